// sayso trace: every variant of an utterance.
#include "trace/trace.h"

#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <memory>
#include <optional>

#include "cli/archive.h"
#include "cli/command.h"
#include "cli/messages.h"
#include "cli/terminal.h"
#include "cli/values.h"
#include "formats/valid_utf8.h"
#include "trace/tracing_json.h"

namespace sayso::cli {
namespace {

enum class Form { text, json, dot };

struct Asked {
  std::vector<std::string> words;  // RECORD and QUOTATION
  std::size_t limit = 0;
  std::optional<Form> form;
};

std::string read_form(std::string_view typed, std::optional<Form>& out) {
  if (typed == "text")
    out = Form::text;
  else if (typed == "json")
    out = Form::json;
  else if (typed == "dot")
    out = Form::dot;
  else
    return "no format '" + std::string(typed) + "'; there are: text, json, dot";
  return "";
}

// Digits alone are a statement's number.
std::optional<std::int64_t> statement_number(std::string_view typed) {
  std::int64_t out = 0;
  const auto [end, error] = std::from_chars(typed.data(), typed.data() + typed.size(), out);
  return error == std::errc() && end == typed.data() + typed.size() ? std::optional(out) : std::nullopt;
}

Result<trace::Wording> wording_of(trace::Archive& archive, const std::string& typed) {
  if (const auto number = statement_number(typed)) return trace::wording_of_statement(archive, *number);
  trace::Wording out;
  out.text = formats::valid_utf8(typed);
  return out;
}

int run(const Asked& asked) {
  if (asked.words.size() != 2) {
    say("give a record, and one quotation or the number of a statement");
    say("try: sayso trace --help");
    return kFailed;
  }
  const Opened opened = open_record(asked.words[0]);
  if (!opened.archive) return kFailed;
  const Result<trace::Wording> wording = wording_of(*opened.archive, asked.words[1]);
  if (!wording) return say(wording.error()), kFailed;
  trace::TraceOptions options;
  if (asked.limit > 0) options.witnesses = asked.limit;
  const Result<trace::Tracing> found = trace::trace(*opened.archive, *wording, options);
  if (!found) return say(found.error()), kFailed;
  std::string out;
  switch (asked.form.value_or(is_terminal(STDOUT_FILENO) ? Form::text : Form::json)) {
    case Form::text:
      trace::append_text(out, *found, {wants_color(STDOUT_FILENO), columns_of(STDOUT_FILENO)});
      break;
    case Form::json:
      trace::append_json(out, *found);
      break;
    case Form::dot:
      trace::append_dot(out, *found);
      break;
  }
  if (const int status = print(out); status != kDone) return status;
  return found->witnesses.empty() ? kFindings : kDone;
}

const char* const kAbout =
    "Finds every variant of an utterance in a record: who has it first, in which words, what was changed, who says to "
    "have it from "
    "whom, and how many independent sources there are, with the evidence for each.\n\n"
    "The exit status is 1 where nobody has it.";

const char* const kExamples =
    "  sayso trace news.sayso \"We will not sell the mill.\"\n"
    "  sayso trace news.sayso 4711 --format dot | dot -Tsvg > trace.svg\n";

}  // namespace

Command trace_command() {
  const auto asked = std::make_shared<Asked>();
  Command out;
  out.name = "trace";
  out.summary = "Who has an utterance, in which words, and from whom?";
  out.about = kAbout;
  out.examples = kExamples;
  out.positionals = {{"WHAT", "RECORD, and QUOTATION or the number of a statement.", 0, -1,
                      [asked](std::string_view typed) { return asked->words.emplace_back(typed), std::string(); }}};
  out.flags = {
      {"--limit", "N", "Look at so many places at most, the best ones (300 unless given).",
       [asked](std::string_view typed) { return read_count(typed, asked->limit); }},
      {"--format", "FORMAT",
       "text (the default on a terminal), json (the default in a pipe) or dot (a graph for Graphviz).",
       [asked](std::string_view typed) { return read_form(typed, asked->form); }},
  };
  out.run = [asked] { return run(*asked); };
  return out;
}

}  // namespace sayso::cli
