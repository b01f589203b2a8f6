#include "check/lint/settings.h"

#include <fmt/format.h>

#include <filesystem>

#define TOML_EXCEPTIONS 0
#include <toml++/toml.h>

#include "check/lint/rule.h"

namespace sayso::lint {
namespace {

constexpr const char* kFileName = "sayso.toml";

Error error_at(const std::string& path, const toml::source_region& where, std::string message) {
  return {ErrorCode::malformed, fmt::format("{}:{}:{}", path, where.begin.line, where.begin.column), std::move(message)};
}

Result<void> read_style(const toml::node& node, const std::string& path, Settings& settings) {
  const auto name = node.value<std::string>();
  const auto style = name ? style_named(*name) : std::nullopt;
  if (!style) return tl::unexpected(error_at(path, node.source(), "style is none of: none, ap, reuters, uk"));
  settings.style = *style;
  return {};
}

Result<void> read_rules(const toml::node& node, const std::string& path, Settings& settings) {
  const toml::table* table = node.as_table();
  if (table == nullptr) return tl::unexpected(error_at(path, node.source(), "rules is no table"));
  for (const auto& [key, value] : *table) {
    const std::string id(key.str());
    const auto name = value.value<std::string>();
    const auto severity = name ? severity_named(*name) : std::nullopt;
    if (rule_named(id) == nullptr) return tl::unexpected(error_at(path, key.source(), fmt::format("there is no rule {}", id)));
    if (!severity) return tl::unexpected(error_at(path, value.source(), fmt::format("{} is none of: off, note, warning, error", id)));
    settings.severities[id] = *severity;
  }
  return {};
}

}  // namespace

Severity Settings::of(const Rule& rule) const {
  const auto found = severities.find(rule.id);
  return found == severities.end() ? rule.severity[static_cast<std::size_t>(style)] : found->second;
}

Result<void> read_settings(std::string_view toml, const std::string& path, Settings& settings) {
  const toml::parse_result parsed = toml::parse(toml, path);
  if (!parsed) return tl::unexpected(error_at(path, parsed.error().source(), std::string(parsed.error().description())));
  const toml::node* check = parsed.table().get("check");
  if (check == nullptr) return {};
  if (!check->is_table()) return tl::unexpected(error_at(path, check->source(), "check is no table"));
  for (const auto& [key, value] : *check->as_table()) {
    Result<void> read;
    if (key.str() == "style") read = read_style(value, path, settings);
    else if (key.str() == "rules") read = read_rules(value, path, settings);
    else return tl::unexpected(error_at(path, key.source(), fmt::format("check knows no \"{}\"", key.str())));
    if (!read) return read;
  }
  return {};
}

std::string settings_file_for(const std::string& path) {
  namespace fs = std::filesystem;
  std::error_code error;
  fs::path folder = fs::absolute(path, error).parent_path();
  while (!error) {
    const fs::path file = folder / kFileName;
    if (fs::is_regular_file(file, error)) return file.string();
    if (folder == folder.parent_path()) break;
    folder = folder.parent_path();
    error.clear();
  }
  return {};
}

}  // namespace sayso::lint
