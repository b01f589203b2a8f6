// SARIF 2.1.0: what editors and CI systems read. Columns and offsets count code points, which the log says of itself.
#include <algorithm>

#include "check/lint/report.h"
#include "check/lint/rule.h"
#include "formats/json_writer.h"

namespace sayso::lint {
namespace {

using formats::JsonWriter;

// The levels of SARIF have other names for what is off only.
std::string_view level_of(Severity severity) { return severity == Severity::off ? "none" : name_of(severity); }

void write_text(JsonWriter& json, std::string_view key, std::string_view text) {
  json.key(key).begin_object();
  json.key("text").string(text);
  json.end_object();
}

void write_rule(JsonWriter& json, const Rule& rule) {
  json.begin_object();
  json.key("id").string(rule.id);
  write_text(json, "shortDescription", rule.name);
  write_text(json, "fullDescription", rule.guide);
  json.key("defaultConfiguration").begin_object();
  json.key("level").string(level_of(rule.severity[0]));
  json.end_object();
  json.end_object();
}

// RFC 3986: what a path may hold as it is; the rest is escaped. Relative paths stay relative.
std::string uri_of(std::string_view path) {
  constexpr std::string_view kHex = "0123456789ABCDEF", kKept = "-._~/!$&'()*+,;=@";
  std::string out(path.starts_with('/') ? "file://" : "");
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    const bool kept = (byte >= '0' && byte <= '9') || ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'z') || kKept.find(c) != kKept.npos;
    if (kept) out += c;
    else out.append({'%', kHex[byte >> 4], kHex[byte & 15]});
  }
  return out;
}

void write_region(JsonWriter& json, const FilePlace& place) {
  json.key("startLine").integer(place.begin.line);
  json.key("startColumn").integer(place.begin.column);
  json.key("endLine").integer(place.end.line);
  json.key("endColumn").integer(place.end.column);
  json.key("charOffset").integer(place.offset);
  json.key("charLength").integer(place.length);
}

void write_artifact(JsonWriter& json, const DraftFile& file) {
  json.key("artifactLocation").begin_object();
  json.key("uri").string(uri_of(file.document().path));
  json.end_object();
}

void write_fix(JsonWriter& json, const DraftFile& file, const Finding& finding) {
  json.begin_object();
  write_text(json, "description", finding.suggestion.empty() ? "mend the marks" : finding.suggestion);
  json.key("artifactChanges").begin_array();
  json.begin_object();
  write_artifact(json, file);
  json.key("replacements").begin_array();
  for (const Fix& fix : finding.fixes) {
    json.begin_object();
    json.key("deletedRegion").begin_object();
    write_region(json, file.place_of(fix.span));
    json.end_object();
    write_text(json, "insertedContent", fix.text);
    json.end_object();
  }
  json.end_array();
  json.end_object();
  json.end_array();
  json.end_object();
}

void write_location(JsonWriter& json, const DraftFile& file, const FilePlace& place) {
  json.begin_object();
  json.key("physicalLocation").begin_object();
  write_artifact(json, file);
  json.key("region").begin_object();
  write_region(json, place);
  write_text(json, "snippet", file.words_at(place));
  json.end_object();
  json.end_object();
  json.end_object();
}

void write_result(JsonWriter& json, const DraftFile& file, const Finding& finding) {
  const auto all = rules();
  const auto rule = std::find_if(all.begin(), all.end(), [&](const Rule* r) { return r->id == finding.rule; });
  json.begin_object();
  json.key("ruleId").string(finding.rule);
  if (rule != all.end()) json.key("ruleIndex").integer(static_cast<std::uint64_t>(rule - all.begin()));
  json.key("level").string(level_of(finding.severity));
  write_text(json, "message", finding.suggestion.empty() ? finding.message : finding.message + ": " + finding.suggestion);
  json.key("locations").begin_array();
  write_location(json, file, file.place_of(finding.span));
  json.end_array();
  if (!finding.fixes.empty() && file.can_mend()) {
    json.key("fixes").begin_array();
    write_fix(json, file, finding);
    json.end_array();
  }
  json.end_object();
}

}  // namespace

SarifLog::SarifLog(std::string& out, std::string_view version) : out_(out) {
  std::string driver;
  JsonWriter json(driver);
  json.begin_object();
  json.key("name").string("Sayso");
  json.key("version").string(version);
  json.key("rules").begin_array();
  for (const Rule* rule : rules()) write_rule(json, *rule);
  json.end_array();
  json.end_object();
  out_ += R"({"$schema":"https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json","version":"2.1.0","runs":[{"tool":{"driver":)";
  out_ += driver;
  out_ += R"(},"columnKind":"unicodeCodePoints","results":[)";
}

void SarifLog::append(const CheckedDraft& draft) {
  for (const Finding& finding : draft.findings) {
    if (!first_) out_ += ",\n";
    first_ = false;
    JsonWriter json(out_);
    write_result(json, draft.file, finding);
  }
}

void SarifLog::end() { out_ += "]}]}\n"; }

}  // namespace sayso::lint
