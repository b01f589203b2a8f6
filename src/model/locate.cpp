#include "model/locate.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cstdlib>
#include <filesystem>
#include <vector>

#ifndef SAYSO_MODEL_DIR
#define SAYSO_MODEL_DIR "/usr/local/share/sayso/models"
#endif

namespace sayso {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> folders() {
  std::vector<fs::path> out;
  if (const char* asked = std::getenv("SAYSO_MODELS"); asked && *asked) out.emplace_back(asked);
  std::error_code ignored;
  const fs::path program = fs::read_symlink("/proc/self/exe", ignored).parent_path();
  if (!program.empty()) {
    for (const char* beside : {"models", "../models", "../../models", "../../../models", "../share/sayso/models"}) {
      out.push_back((program / beside).lexically_normal());
    }
  }
  out.emplace_back(SAYSO_MODEL_DIR);
  return out;
}

}  // namespace

Result<std::string> locate_model(std::string_view name) {
  if (name.find_first_of("/.") != std::string_view::npos) return std::string(name);
  const auto known = name == "fast" || name == "accurate" || name == "best";
  if (!known) {
    return tl::unexpected(Error{ErrorCode::bad_argument, std::string(name), "no such model; there are fast, accurate, best"});
  }
  std::vector<std::string> seen;
  for (const fs::path& folder : folders()) {
    const fs::path file = folder / (std::string(name) + ".sayso");
    std::error_code ignored;
    if (fs::is_regular_file(file, ignored)) return file.string();
    seen.push_back(folder.string());
  }
  return tl::unexpected(Error{ErrorCode::not_found, std::string(name),
                              fmt::format("model file {}.sayso is in none of {}", name, fmt::join(seen, ", "))});
}

}  // namespace sayso
