// sayso check: drafts -> what a copy editor would mark.
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <span>

#include "check/lint/archived.h"
#include "check/lint/check.h"
#include "check/lint/draft_file.h"
#include "check/lint/report.h"
#include "cli/archive.h"
#include "cli/command.h"
#include "cli/messages.h"
#include "cli/output.h"
#include "cli/terminal.h"
#include "cli/values.h"
#include "read/bytes.h"
#include "sayso/engine.h"

namespace sayso::cli {
namespace {

enum class CheckFormat { text, json, sarif };

constexpr std::size_t kMaxSettingsBytes = std::size_t{1} << 20;

struct CheckOptions {
  std::vector<std::string> inputs, against;  // of the inputs the first may be a record
  std::optional<CheckFormat> format;
  std::optional<lint::Style> style;
  std::map<std::string, lint::Severity, std::less<>> severities;
  std::string config, model = "fast";
  ReadOptions read;
  bool notes = false, fix = false, list = false;
};

CheckFormat format_of(const CheckOptions& options) {
  if (options.format) return *options.format;
  return is_terminal(STDOUT_FILENO) ? CheckFormat::text : CheckFormat::json;
}

// What the command line says goes before the file, and that before the style.
Result<lint::Settings> settings_for(const std::string& draft, const CheckOptions& options) {
  lint::Settings out;
  const std::string path = options.config.empty() ? lint::settings_file_for(draft) : options.config;
  if (!path.empty()) {
    auto source = open_bytes(path);
    if (!source) return tl::unexpected(Error{source.error().code, path, source.error().message});
    const auto toml = read_all(**source, kMaxSettingsBytes);
    if (!toml) return tl::unexpected(Error{toml.error().code, path, toml.error().message});
    if (auto read = lint::read_settings(*toml, path, out); !read) return tl::unexpected(read.error());
  }
  if (options.style) out.style = *options.style;
  for (const auto& [rule, severity] : options.severities) out.severities[rule] = severity;
  return out;
}

class Run {
 public:
  Run(const Engine& engine, const CheckOptions& options, std::span<const std::string> drafts, Opened archive)
      : engine_(engine), options_(options), drafts_(drafts), format_(format_of(options)), archive_(std::move(archive.archive)), failed_(archive.failed) {}

  int all() {
    std::optional<lint::SarifLog> log;
    if (format_ == CheckFormat::sarif) log.emplace(out_, SAYSO_VERSION);
    for (const std::string& draft : drafts_) {
      if (auto done = one(draft, log); !done) {
        say(done.error());
        failed_ = true;
      }
    }
    if (log) log->end();
    const int printed = print(out_);
    if (format_ == CheckFormat::text) say_block(summary());
    if (failed_ || printed != kDone) return kFailed;
    return counts_[2] + counts_[3] > 0 ? kFindings : kDone;
  }

 private:
  Result<void> one(const std::string& draft, std::optional<lint::SarifLog>& log) {
    const auto settings = settings_for(draft, options_);
    if (!settings) return tl::unexpected(settings.error());
    auto file = lint::DraftFile::read(draft, options_.read);
    if (!file) return tl::unexpected(file.error());
    auto findings = check_file(*file, *settings);
    if (!findings) return tl::unexpected(findings.error());
    if (options_.fix) {
      if (auto mended = mend(draft, *file, *findings); !mended) return mended;
      file = lint::DraftFile::read(draft, options_.read);
      if (!file) return tl::unexpected(file.error());
      findings = check_file(*file, *settings);
      if (!findings) return tl::unexpected(findings.error());
    }
    for (const lint::Finding& finding : *findings) ++counts_[static_cast<std::size_t>(finding.severity)];
    if (!options_.notes) std::erase_if(*findings, [](const lint::Finding& f) { return f.severity == lint::Severity::note; });
    report({*file, *findings}, log);
    return {};
  }

  Result<std::vector<lint::Finding>> check_file(const lint::DraftFile& file, const lint::Settings& settings) {
    const Extraction said = engine_.extract(file.document());
    lint::Draft draft(file.document(), said);
    if (archive_) {
      auto archived = lint::look_up(draft, *archive_);
      if (!archived) return tl::unexpected(archived.error());
      draft.set_archived(std::move(*archived));
    }
    return lint::check(draft, settings, file.silences());
  }

  Result<void> mend(const std::string& path, const lint::DraftFile& file, const std::vector<lint::Finding>& findings) {
    std::size_t made = 0;
    if (!file.can_mend() || path == "-") return tl::unexpected(Error{ErrorCode::bad_argument, path, "cannot be mended: no file of UTF-8 text"});
    const std::string text = file.mended(findings, made);
    if (made == 0) return {};
    mended_ += made;
    return write_file(path, text);
  }

  void report(const lint::CheckedDraft& draft, std::optional<lint::SarifLog>& log) {
    if (log) log->append(draft);
    else if (format_ == CheckFormat::json) lint::append_json(out_, draft);
    else lint::append_text(out_, draft, {wants_color(STDOUT_FILENO), columns_of(STDOUT_FILENO)});
  }

  std::string summary() const {
    const auto counted = [](std::size_t count, std::string_view what) { return fmt::format("{} {}{}", count, what, count == 1 ? "" : "s"); };
    std::string out = counted(counts_[3], "error") + ", " + counted(counts_[2], "warning");
    out += options_.notes ? ", " + counted(counts_[1], "note") : counts_[1] > 0 ? fmt::format("; {} not shown (--notes)", counted(counts_[1], "note")) : "";
    if (options_.fix) out += fmt::format("; {} mended", mended_);
    return out + "\n";
  }

  const Engine& engine_;
  const CheckOptions& options_;
  std::span<const std::string> drafts_;
  CheckFormat format_;
  std::unique_ptr<trace::Archive> archive_;  // null: the draft alone is checked
  std::string out_;
  std::array<std::size_t, 4> counts_{};  // by severity
  std::size_t mended_ = 0;
  bool failed_;
};

int list_rules(const CheckOptions& options) {
  lint::Settings settings;
  settings.style = options.style.value_or(lint::Style::none);
  std::string out;
  for (const lint::Rule* rule : lint::rules()) {
    out += fmt::format("{}  {:8} {}\n", rule->id, lint::name_of(settings.of(*rule)), rule->name);
  }
  return print(out);
}

int run_check(const CheckOptions& options) {
  if (options.list) return list_rules(options);
  std::span<const std::string> drafts = options.inputs;
  const bool record = !drafts.empty() && names_record(drafts.front());
  if (record) drafts = drafts.subspan(1);
  if (drafts.empty() || (record && !options.against.empty())) {
    say(drafts.empty() ? "give a draft to check" : "give a record or --against, not both");
    say("try: sayso check --help");
    return kFailed;
  }
  const Result<Engine> engine = Engine::load(options.model);
  if (!engine) return fail(engine.error());
  Opened archive;
  if (record) archive = open_record(options.inputs.front());
  if (!options.against.empty()) archive = open_files(options.against, options.model);
  if (!archive.archive && (record || !options.against.empty())) return kFailed;
  return Run(*engine, options, drafts, std::move(archive)).all();
}

std::string read_check_format(std::string_view typed, std::optional<CheckFormat>& out) {
  if (typed == "text") out = CheckFormat::text;
  else if (typed == "json") out = CheckFormat::json;
  else if (typed == "sarif") out = CheckFormat::sarif;
  else return "is none of: text, json, sarif";
  return {};
}

// "Q012=off"
std::string read_rule(std::string_view typed, std::map<std::string, lint::Severity, std::less<>>& out) {
  const std::size_t sign = typed.find('=');
  const auto severity = sign == typed.npos ? std::nullopt : lint::severity_named(typed.substr(sign + 1));
  if (!severity) return "is no RULE=off, note, warning or error";
  if (lint::rule_named(typed.substr(0, sign)) == nullptr) return "names no rule; --rules lists them";
  out[std::string(typed.substr(0, sign))] = *severity;
  return {};
}

std::string read_style(std::string_view typed, std::optional<lint::Style>& out) {
  out = lint::style_named(typed);
  return out ? std::string() : "is none of: none, ap, reuters, uk";
}

const char* const kAbout =
    "Marks in drafts what a copy editor would: quotation marks that do not match, quotations without attribution, headlines that quote what the "
    "story does not, verbs that take sides, unnamed sources, and more; --rules lists the rules. Drafts are text, HTML, Markdown or .docx.\n\n"
    "With a record, or files that are given with --against, each quotation is looked up there: other words, another speaker, a missing relay and old words "
    "are findings.\n\n"
    "A finding is path:line:column: severity rule message, with the words it is about and what to do. Notes are counted, and shown with "
    "--notes. A style, and a severity for single rules (off, note, warning, error), come from the command line, else from sayso.toml in the "
    "folder of the draft or above it; <!-- sayso: ignore Q012 --> in a draft concerns its paragraph. The exit status is 1 where there are errors or "
    "warnings.";

const char* const kExamples =
    "  sayso check draft.md                        errors and warnings\n"
    "  sayso check --style ap --notes draft.docx   by the Associated Press’s rules, all of them\n"
    "  sayso check --format sarif news/*.md > check.sarif\n"
    "  sayso check said.db draft.md                quotations held against a record\n"
    "  sayso check --fix draft.txt                 mends marks, commas and ellipses, no words\n";

}  // namespace

Command check_command() {
  const auto options = std::make_shared<CheckOptions>();
  Command out;
  out.name = "check";
  out.summary = "Is a draft quoting rightly?";
  out.about = kAbout;
  out.examples = kExamples;
  out.positionals = {{"RECORD|DRAFT", "A record, in which the quotations are looked up, may come first; then drafts: files, or - for standard input.", 0, -1,
                      [options](std::string_view typed) { return options->inputs.emplace_back(typed), std::string(); }}};
  out.flags = {
      {"--style", "STYLE", "ap, reuters or uk: the house rules to go by; none unless told.",
       [options](std::string_view typed) { return read_style(typed, options->style); }},
      {"--format", "FORMAT", "text (the default on a terminal), json (one line a draft; the default elsewhere) or sarif (SARIF 2.1.0, for editors and CI).",
       [options](std::string_view typed) { return read_check_format(typed, options->format); }},
      {"--rule", "RULE=SEVERITY", "Q012=off: how much a rule matters, whatever the style says; may be given several times.",
       [options](std::string_view typed) { return read_rule(typed, options->severities); }, true},
      {"--against", "FILE", "Look the quotations up in this file, or a directory, in place of a record; may be given several times.",
       [options](std::string_view typed) { return options->against.emplace_back(typed), std::string(); }, true},
      {"--config", "FILE", "Settings in place of sayso.toml.", [options](std::string_view typed) { return read_text(typed, options->config); }},
      {"--notes", "", "Show notes too.", [options](std::string_view) { return options->notes = true, std::string(); }},
      {"--fix", "", "Mend in the file what needs no judgement: marks, commas before quotations, ellipses. Words stay as they are.",
       [options](std::string_view) { return options->fix = true, std::string(); }},
      {"--rules", "", "List the rules with their severity in the style, and end.", [options](std::string_view) { return options->list = true, std::string(); }},
      {"--date", "DATE", "The day of publication, YYYY-MM-DD.", [options](std::string_view typed) { return read_date(typed, options->read.date); }},
      {"--model", "MODEL", "Which model finds who says what; fast unless told.",
       [options](std::string_view typed) { return read_text(typed, options->model); }},
  };
  out.run = [options] { return run_check(*options); };
  return out;
}

}  // namespace sayso::cli
