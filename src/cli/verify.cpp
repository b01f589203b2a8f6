// sayso verify: is this what was said?
#include "check/verify.h"

#include <unistd.h>

#include <filesystem>
#include <memory>
#include <optional>

#include "check/verification_json.h"
#include "cli/archive.h"
#include "cli/command.h"
#include "cli/messages.h"
#include "cli/terminal.h"
#include "cli/values.h"
#include "formats/valid_utf8.h"

namespace sayso::cli {
namespace {

struct Asked {
  std::vector<std::string> words;  // RECORD and QUOTATION, or with --against the files and QUOTATION
  bool against = false;
  std::string by, model;
  std::size_t limit = 0;
  std::optional<bool> json;
};

// The quotation is the last word, or the first, where only that one is no file.
std::string take_quotation(std::vector<std::string>& words, bool against) {
  std::error_code ignored;
  const auto is_file = [&ignored](const std::string& word) { return std::filesystem::exists(word, ignored); };
  const bool first = against && is_file(words.back()) && !is_file(words.front());
  std::string out = std::move(first ? words.front() : words.back());
  words.erase(first ? words.begin() : words.end() - 1);
  return out;
}

int usage(std::string_view what) {
  say(what);
  say("try: sayso verify --help");
  return kFailed;
}

int run(const Asked& asked) {
  if (asked.words.size() < 2)
    return usage(asked.against ? "give FILE... and the quotation"
                               : "give a record and the quotation, or --against FILE...");
  if (!asked.against && asked.words.size() > 2)
    return usage("give one record and one quotation; quotations of several words stand in quotation marks");
  std::vector<std::string> places = asked.words;
  const std::string quotation = take_quotation(places, asked.against);
  Opened opened = asked.against ? open_files(places, asked.model) : open_record(places.front());
  if (!opened.archive) return kFailed;
  check::VerifyOptions options;
  options.by = formats::valid_utf8(asked.by);
  if (asked.limit > 0) options.witnesses = asked.limit;
  const Result<check::Verification> found = check::verify(*opened.archive, formats::valid_utf8(quotation), options);
  if (!found) return say(found.error()), kFailed;
  std::string out;
  if (asked.json.value_or(!is_terminal(STDOUT_FILENO)))
    check::append_json(out, *found);
  else
    check::append_text(out, *found, {wants_color(STDOUT_FILENO), columns_of(STDOUT_FILENO)});
  if (const int status = print(out); status != kDone) return status;
  if (opened.failed) return kFailed;
  return found->verdict == check::Verdict::verbatim ? kDone : kFindings;
}

const char* const kAbout =
    "Says whether a quotation is in a record, or in the files that are given, in these words and by whom.\n\n"
    "The verdict is verbatim, trimmed (cut inside a sentence, sense kept), elided (a marked gap), altered, spliced, "
    "other_speaker, "
    "paraphrase (there only as indirect speech), ambiguous (several utterances fit) or not_found, which says what was "
    "searched. "
    "Each comes with its witnesses, their places, and every difference. The exit status is 0 for verbatim, 1 for the "
    "others.";

const char* const kExamples =
    "  sayso verify news.sayso \"We will not sell the mill.\" --by \"Ann Cole\"\n"
    "  sayso verify --against speech.txt minutes.html \"We will not sell the mill.\"\n";

std::vector<Flag> flags_of(const std::shared_ptr<Asked>& asked) {
  return {
      {"--by", "WHO", "Who is said to have said it; other speakers of the same words make the verdict other_speaker.",
       [asked](std::string_view typed) { return read_text(typed, asked->by); }},
      {"--against", "", "What stands before the quotation is files to look in, of any kind that extract reads.",
       [asked](std::string_view) { return asked->against = true, std::string(); }},
      {"--limit", "N", "At most so many witnesses, the best ones (1000 unless given).",
       [asked](std::string_view typed) { return read_count(typed, asked->limit); }},
      {"--model", "MODEL", "With --against: the model that finds who speaks, as for extract.",
       [asked](std::string_view typed) { return read_text(typed, asked->model); }},
      {"--format", "FORMAT", "text (the default on a terminal) or json (the default in a pipe).",
       [asked](std::string_view typed) { return read_json_or_text(typed, asked->json); }},
  };
}

}  // namespace

Command verify_command() {
  const auto asked = std::make_shared<Asked>();
  Command out;
  out.name = "verify";
  out.summary = "Is a quotation in a record, or in files, in these words?";
  out.about = kAbout;
  out.examples = kExamples;
  out.positionals = {{"WHERE", "RECORD and QUOTATION; with --against FILE... and QUOTATION.", 0, -1,
                      [asked](std::string_view typed) { return asked->words.emplace_back(typed), std::string(); }}};
  out.flags = flags_of(asked);
  out.run = [asked] { return run(*asked); };
  return out;
}

}  // namespace sayso::cli
