#include "model/model_file.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <cstring>
#include <fstream>
#include <memory>

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

std::uint64_t bytes_of(std::uint32_t kind, std::uint64_t rows, std::uint64_t columns) {
  switch (kind) {
    case 0: return rows * columns * 4;
    case 1: return rows * 4 + rows * columns;
    case 2: return rows * 8;
    default: return rows;
  }
}

Error bad(const std::string& path, std::string message) { return {ErrorCode::bad_model, path, std::move(message)}; }

}  // namespace

Result<ModelFile> ModelFile::load(const std::string& path) {
  std::ifstream in(path, std::ios::binary | std::ios::ate);
  if (!in) return tl::unexpected(Error{ErrorCode::not_found, path, "no such model file"});
  ModelFile file;
  file.size_ = static_cast<std::size_t>(in.tellg());
  file.storage_.resize(file.size_ + kAlign);
  void* aligned = file.storage_.data();
  std::size_t space = file.storage_.size();
  file.base_ = static_cast<std::byte*>(std::align(kAlign, file.size_, aligned, space));
  in.seekg(0);
  in.read(reinterpret_cast<char*>(file.base_), static_cast<std::streamsize>(file.size_));
  if (!in) return tl::unexpected(Error{ErrorCode::unreadable, path, "cannot be read"});
  if (file.size_ < kHeader || std::memcmp(file.base_, kMagic.data(), kMagic.size()) != 0) {
    return tl::unexpected(bad(path, "is no Sayso model"));
  }
  const auto version = load_as<std::uint32_t>(file.base_ + 8);
  if (version != kModelVersion) {
    return tl::unexpected(bad(path, fmt::format("has version {}, this program reads {}", version, kModelVersion)));
  }
  if (load_as<std::uint64_t>(file.base_ + 16) != XXH3_64bits(file.base_ + kHeader, file.size_ - kHeader)) {
    return tl::unexpected(bad(path, "is damaged: the checksum does not agree"));
  }
  if (!file.read_directory()) return tl::unexpected(bad(path, "is damaged: the directory is wrong"));
  return file;
}

bool ModelFile::read_directory() {
  Cursor cursor{base_ + kHeader, base_ + size_};
  for (auto left = load_as<std::uint32_t>(base_ + 12); left > 0; --left) {
    std::uint32_t length = 0;
    std::string name;
    Entry e;
    if (!cursor.take(length) || !cursor.take(name, length) || !cursor.take(e.kind) || !cursor.take(e.rows) ||
        !cursor.take(e.columns) || !cursor.take(e.offset) || !cursor.take(e.bytes)) {
      return false;
    }
    if (e.kind > 3 || e.offset % kAlign != 0 || e.offset > size_ || e.bytes > size_ - e.offset) return false;
    if (e.bytes != bytes_of(e.kind, e.rows, e.columns)) return false;
    entries_[name] = e;
  }
  return true;
}

const ModelFile::Entry* ModelFile::find(std::string_view name, std::uint32_t kind) {
  const auto found = entries_.find(std::string(name));
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
  return {reinterpret_cast<const float*>(base_ + e->offset), e->rows, e->columns};
}

Table ModelFile::table(std::string_view name) {
  const Entry* e = find(name, 1);
  if (!e) return {};
  const auto* scale = reinterpret_cast<const float*>(base_ + e->offset);
  return {scale, reinterpret_cast<const std::int8_t*>(scale + e->rows), e->rows, e->columns};
}

std::span<const std::uint64_t> ModelFile::numbers(std::string_view name) {
  const Entry* e = find(name, 2);
  if (!e) return {};
  return {reinterpret_cast<const std::uint64_t*>(base_ + e->offset), e->rows};
}

std::string_view ModelFile::text(std::string_view name) {
  const Entry* e = find(name, 3);
  if (!e) return {};
  return {reinterpret_cast<const char*>(base_ + e->offset), e->rows};
}

}  // namespace sayso
