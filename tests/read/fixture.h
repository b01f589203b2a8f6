// Temporary folders, compressed bytes and short ways to read.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>
#include <zstd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "sayso/reader.h"

namespace sayso {

class Folder {
 public:
  Folder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "sayso-read-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr) std::abort();
    path_ = pattern;
  }
  ~Folder() {
    std::error_code ignored;
    std::filesystem::permissions(path_, std::filesystem::perms::owner_all, ignored);
    std::filesystem::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  std::string operator/(const std::string& name) const { return path_ + "/" + name; }
  const std::string& path() const { return path_; }
  std::string write(const std::string& name, std::string_view bytes) const {
    const std::string path = *this / name;
    std::filesystem::create_directories(std::filesystem::path(path).parent_path());
    std::ofstream(path, std::ios::binary) << bytes;
    return path;
  }

 private:
  std::string path_;
};

inline std::string gzip(std::string_view bytes) {
  z_stream stream{};
  deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
  std::string out(bytes.size() + 1000, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(out.size() - stream.avail_out);
  deflateEnd(&stream);
  return out;
}

inline std::string zstd(std::string_view bytes) {
  std::string out(ZSTD_compressBound(bytes.size()), '\0');
  out.resize(ZSTD_compress(out.data(), out.size(), bytes.data(), bytes.size(), 3));
  return out;
}

// What a reader gives, in order: each document's text, or "!where: message" with `folder` left out of `where`.
inline std::vector<std::string> texts_of(std::vector<std::string> inputs, const ReadOptions& options = {},
                                         const std::string& folder = {}) {
  std::vector<std::string> found;
  Reader reader(std::move(inputs), options);
  while (auto document = reader.next()) {
    if (*document) {
      found.push_back((*document)->text);
    } else {
      std::string where = (*document).error().where;
      if (!folder.empty() && where.starts_with(folder + "/")) where.erase(0, folder.size() + 1);
      found.push_back("!" + where + ": " + (*document).error().message);
    }
  }
  return found;
}

// A document that must be readable.
inline Document read_ok(std::string_view bytes, const std::string& name, const ReadOptions& options = {}) {
  auto document = read_bytes(bytes, name, options);
  EXPECT_TRUE(document.has_value()) << (document ? "" : document.error().message);
  return document ? *document : Document{};
}

inline std::vector<std::string> codes_of(const Document& document) {
  std::vector<std::string> codes;
  for (const auto& warning : document.warnings) codes.push_back(warning.code);
  return codes;
}

}  // namespace sayso
