#include "read/field_names.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace sayso {
namespace {

using namespace std::literals;

struct Name {
  std::string_view name;
  Field field;
};

// By trust: of several names of one field in an object, the first here counts.
constexpr std::size_t kNameCount = 42;
constexpr std::array<Name, kNameCount> kNames = {{
    {"text"sv, text},            {"content"sv, text},       {"content_original"sv, text}, {"body"sv, text},
    {"article"sv, text},         {"maintext"sv, text},      {"articleBody"sv, text},      {"article_text"sv, text},
    {"full_text"sv, text},       {"fulltext"sv, text},      {"story"sv, text},            {"id"sv, id},
    {"ID"sv, id},                {"_id"sv, id},             {"uid"sv, id},                {"guid"sv, id},
    {"url"sv, url},              {"link"sv, url},           {"URL"sv, url},               {"title"sv, title},
    {"headline"sv, title},       {"outlet"sv, outlet},      {"source"sv, outlet},         {"publisher"sv, outlet},
    {"publication"sv, outlet},   {"domain"sv, outlet},      {"source_domain"sv, outlet},  {"site"sv, outlet},
    {"published"sv, published},  {"date"sv, published},     {"date_publish"sv, published}, {"publishedAt"sv, published},
    {"published_at"sv, published}, {"pub_date"sv, published}, {"datePublished"sv, published}, {"publish_date"sv, published},
    {"publication_date"sv, published}, {"authors"sv, authors}, {"author"sv, authors},     {"byline"sv, authors},
    {"language"sv, language},    {"lang"sv, language}}};

std::optional<Field> field_named(std::string_view name) {
  constexpr std::array<std::string_view, kFields> kFieldNames = {"id", "url", "title", "outlet", "authors", "published", "language", "text"};
  const auto found = std::find(kFieldNames.begin(), kFieldNames.end(), name);
  if (found == kFieldNames.end()) return {};
  return static_cast<Field>(found - kFieldNames.begin());
}

}  // namespace

std::optional<KnownField> field_called(std::string_view name, const std::vector<FieldName>& map) {
  for (const FieldName& one : map) {
    const auto field = one.name == name ? field_named(one.field) : std::nullopt;
    if (field) return KnownField{*field, 0};
  }
  const auto usual = std::find_if(kNames.begin(), kNames.end(), [&](const Name& known) { return known.name == name; });
  if (usual == kNames.end()) return {};
  return KnownField{usual->field, 1 + static_cast<std::size_t>(usual - kNames.begin())};
}

}  // namespace sayso
