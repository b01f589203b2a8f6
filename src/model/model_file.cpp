#include "model/model_file.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <cstring>
#include <filesystem>

namespace sayso {
namespace {

constexpr std::string_view kMagic = "SAYSOMDL";
constexpr std::size_t kHeader = 24;  // magic, version, count, checksum
constexpr std::size_t kAlign = 64;

template <class T>
T load_as(const std::byte* at) {
  T value;
  std::memcpy(&value, at, sizeof value);
  return value;
}

// Cursor over the directory that refuses to leave the file.
struct Cursor {
  const std::byte* at;
  const std::byte* end;

  template <class T>
  bool take(T& out) {
    if (static_cast<std::size_t>(end - at) < sizeof(T)) return false;
    out = load_as<T>(at);
    at += sizeof(T);
    return true;
  }
  bool take(std::string& out, std::uint32_t length) {
    if (static_cast<std::size_t>(end - at) < length) return false;
    out.assign(reinterpret_cast<const char*>(at), length);
    at += length;
    return true;
  }
};

constexpr std::uint32_t kKinds = 5;

std::uint64_t bytes_of(std::uint32_t kind, std::uint64_t rows, std::uint64_t columns) {
  switch (kind) {
    case 0: return rows * columns * 4;
    case 1: return rows * 4 + rows * columns;
    case 2: return rows * 8;
    case 4: return rows * 4 + columns * 8 + rows * columns;
    default: return rows;
  }
}

Error bad(const std::string& path, std::string message) { return {ErrorCode::bad_model, path, std::move(message)}; }

// The path of part `number` of a model whose first file is `path`: "best.sayso" -> "best-2.sayso".
std::string part_path(const std::string& path, int number) {
  const std::filesystem::path first(path);
  return (first.parent_path() / fmt::format("{}-{}{}", first.stem().string(), number, first.extension().string())).string();
}

constexpr int kMostParts = 9;

}  // namespace

Result<ModelFile> ModelFile::load(const std::string& path) {
  ModelFile file;
  if (auto added = file.add_part(path, Check::all); !added) return tl::unexpected(added.error());
  if (!file.has("parts")) return file;
  const std::string set(file.text("set"));
  const std::string_view said = file.text("parts");
  const int parts = said.size() == 1 ? said[0] - '0' : 0;
  if (set.empty() || parts < 1 || parts > kMostParts) return tl::unexpected(bad(path, "is damaged: the parts are wrong"));
  for (int number = 2; number <= parts; ++number) {
    const std::string name = part_path(path, number);
    if (auto added = file.add_part(name, Check::all); !added) return tl::unexpected(added.error());
    if (file.text("set") != set) return tl::unexpected(bad(name, fmt::format("is no part of the model {}", path)));
  }
  return file;
}

Result<std::string> ModelFile::kind_of(const std::string& path) {
  ModelFile file;
  if (auto added = file.add_part(path, Check::directory); !added) return tl::unexpected(added.error());
  return file.has("kind") ? std::string(file.text("kind")) : std::string();
}

Result<void> ModelFile::add_part(const std::string& path, Check check) {
  auto mapped = Mapping::of(path);
  if (!mapped) return tl::unexpected(mapped.error());
  const std::byte* base = mapped->data();
  const std::size_t size = mapped->size();
  if (size < kHeader || std::memcmp(base, kMagic.data(), kMagic.size()) != 0) {
    return tl::unexpected(bad(path, "is no Sayso model"));
  }
  const auto version = load_as<std::uint32_t>(base + 8);
  if (version < 1 || version > kModelVersion) {
    return tl::unexpected(bad(path, fmt::format("has version {}, this program reads 1 to {}", version, kModelVersion)));
  }
  if (check == Check::all && load_as<std::uint64_t>(base + 16) != XXH3_64bits(base + kHeader, size - kHeader)) {
    return tl::unexpected(bad(path, "is damaged: the checksum does not agree"));
  }
  if (!read_directory(*mapped)) return tl::unexpected(bad(path, "is damaged: the directory is wrong"));
  checksum_ ^= load_as<std::uint64_t>(base + 16);
  parts_.push_back(std::move(*mapped));
  return {};
}

bool ModelFile::read_directory(const Mapping& part) {
  const std::byte* base = part.data();
  const std::size_t size = part.size();
  Cursor cursor{base + kHeader, base + size};
  for (auto left = load_as<std::uint32_t>(base + 12); left > 0; --left) {
    std::uint32_t length = 0;
    std::uint64_t offset = 0, bytes = 0;
    std::string name;
    Entry e;
    if (!cursor.take(length) || !cursor.take(name, length) || !cursor.take(e.kind) || !cursor.take(e.rows) ||
        !cursor.take(e.columns) || !cursor.take(offset) || !cursor.take(bytes)) {
      return false;
    }
    if (e.kind >= kKinds || offset % kAlign != 0 || offset > size || bytes > size - offset) return false;
    if (bytes != bytes_of(e.kind, e.rows, e.columns)) return false;
    e.data = base + offset;
    entries_[name] = e;
  }
  return true;
}

const ModelFile::Entry* ModelFile::find(std::string_view name, std::uint32_t kind) {
  const auto found = entries_.find(name);
  if (found != entries_.end() && found->second.kind == kind) return &found->second;
  missing_.emplace_back(name);
  return nullptr;
}

Matrix ModelFile::matrix(std::string_view name, std::uint32_t columns) {
  const Entry* e = find(name, 0);
  if (!e) return {};
  if (columns != 0 && e->columns != columns) {
    missing_.emplace_back(name);
    return {};
  }
  return {reinterpret_cast<const float*>(e->data), e->rows, e->columns};
}

Table ModelFile::table(std::string_view name) {
  const Entry* e = find(name, 1);
  if (!e) return {};
  const auto* scale = reinterpret_cast<const float*>(e->data);
  return {scale, reinterpret_cast<const std::int8_t*>(scale + e->rows), e->rows, e->columns};
}

PackedBytes ModelFile::packed(std::string_view name) {
  const Entry* e = find(name, 4);
  if (!e) return {};
  if (e->rows % 16 != 0 || e->columns % 16 != 0) {
    missing_.emplace_back(name);
    return {};
  }
  const auto* channel = reinterpret_cast<const float*>(e->data);
  const float* scale = channel + e->rows;
  const auto* sum = reinterpret_cast<const std::int32_t*>(scale + e->columns);
  return {channel, scale, sum, reinterpret_cast<const std::int8_t*>(sum + e->columns), e->rows, e->columns};
}

std::span<const std::uint64_t> ModelFile::numbers(std::string_view name) {
  const Entry* e = find(name, 2);
  if (!e) return {};
  return {reinterpret_cast<const std::uint64_t*>(e->data), e->rows};
}

std::string_view ModelFile::text(std::string_view name) {
  const Entry* e = find(name, 3);
  if (!e) return {};
  return {reinterpret_cast<const char*>(e->data), e->rows};
}

}  // namespace sayso
