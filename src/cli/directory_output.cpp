#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <set>

#include "cli/file_names.h"
#include "cli/messages.h"
#include "cli/output.h"
#include "cli/values.h"

namespace sayso::cli {
namespace {

using FileId = std::pair<dev_t, ino_t>;

std::optional<FileId> file_id(const std::string& path) {
  struct stat info{};
  if (path.empty() || ::stat(path.c_str(), &info) != 0) return std::nullopt;
  return FileId{info.st_dev, info.st_ino};
}

class DirectoryOutput : public Output {
 public:
  DirectoryOutput(std::string directory, Format format, const std::vector<std::string>& inputs)
      : directory_(std::move(directory)), format_(format) {
    for (const std::string& input : inputs)
      if (const auto id = file_id(input)) inputs_.insert(*id);
    append_header(header_, format_);
    append_footer(footer_, format_);
  }

  Result<void> put(const Finished& result) override {
    const std::string stem = stem_of(result.path, result.id);
    const std::string name = names_.claim(stem);
    const std::string path = place(name) + std::string(ending_of(format_));
    if (name != stem) tell_of_other_name(result.path, path);
    if (!result.text.empty()) {
      if (const auto written = write(place(name) + ".txt", result.text, result.path); !written) return written;
    }
    return write(path, header_ + result.body + footer_, result.path);
  }

  Result<void> finish() override {
    if (renamed_ > kMostTold) say(fmt::format("{} documents in all are numbered for the like reason", renamed_));
    return {};
  }

 private:
  static constexpr std::size_t kMostTold = 10;

  void tell_of_other_name(const std::string& source, const std::string& target) {
    if (++renamed_ > kMostTold) return;
    say(fmt::format("{}: written to {}, another document of that name came before", source, target));
  }

  Result<void> write(const std::string& path, std::string_view bytes, const std::string& source) const {
    if (is_input(path, source))
      return tl::unexpected(Error{ErrorCode::bad_argument, path, "not written, it is an input; use another --out-dir"});
    return write_file(path, bytes);
  }

  std::string place(const std::string& name) const { return (std::filesystem::path(directory_) / name).string(); }

  bool is_input(const std::string& target, const std::string& source) const {
    const auto id = file_id(target);
    return id && (inputs_.contains(*id) || id == file_id(source));
  }

  std::string directory_;
  Format format_;
  std::string header_, footer_;
  FileNames names_;
  std::size_t renamed_ = 0;
  std::set<FileId> inputs_;
};

}  // namespace

Result<std::unique_ptr<Output>> to_directory(const std::string& directory, Format format,
                                             const std::vector<std::string>& inputs) {
  std::error_code error;
  std::filesystem::create_directories(directory, error);
  if (error) return tl::unexpected(Error{ErrorCode::write_failed, directory, error.message()});
  if (!std::filesystem::is_directory(directory, error))
    return tl::unexpected(Error{ErrorCode::write_failed, directory, "not a directory"});
  return std::make_unique<DirectoryOutput>(directory, format, inputs);
}

}  // namespace sayso::cli
