#include "cli/curating.h"

#include <fmt/format.h>
#include <unistd.h>

#include "cli/messages.h"
#include "cli/printer.h"
#include "cli/terminal.h"
#include "cli/values.h"
#include "formats/json_writer.h"
#include "read/people_list.h"
#include "record/people_finder.h"
#include "record/people_report.h"
#include "record/report_parts.h"
#include "sayso/record.h"

namespace sayso::cli {
namespace {

using What = Curating::What;

record::ReportLook look() { return {wants_color(STDOUT_FILENO), columns_of(STDOUT_FILENO)}; }

int wrong(const std::string& message) { return fail({ErrorCode::bad_argument, {}, message}); }

int show(const std::vector<Decision>& decisions, const std::optional<AnswerFormat>& format) {
  Printer printer;
  for (const Decision& one : decisions) {
    if (answer_format(format) == AnswerFormat::text) {
      record::append_text(printer.text(), one, look());
    } else {
      formats::JsonWriter json(printer.text());
      record::write_decision(json, one);
      printer.text() += '\n';
    }
  }
  return printer.finish(kDone);
}

// The latest of them, where they are limited; the latest last.
int show_log(std::vector<Decision>& all, const std::optional<AnswerFormat>& format, std::size_t limit) {
  const std::size_t left_out = limit == 0 || all.size() <= limit ? 0 : all.size() - limit;
  all.erase(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(left_out));
  const int status = show(all, format);
  if (left_out > 0) say(fmt::format("{} left out", record::counted(left_out, "earlier decision")));
  return status;
}

int add_people(Record& record, const std::string& path, const std::optional<AnswerFormat>& format) {
  const Result<PeopleList> list = read_people_list(path);
  if (!list) return fail(list.error());
  for (const Error& row : list->wrong) say(row);
  const Result<Listed> done = record.add_people(list->people);
  if (!done) return fail(done.error());
  std::string out;
  if (answer_format(format) == AnswerFormat::text) {
    out = fmt::format("{} listed: {} new to the record, {} known to it\n", done->added + done->matched, done->added, done->matched);
  } else {
    formats::JsonWriter json(out);
    json.begin_object();
    json.key("added").integer(done->added);
    json.key("matched").integer(done->matched);
    json.key("wrong").integer(list->wrong.size());
    json.end_object();
    out += '\n';
  }
  const int status = print(out);
  return status == kDone && !list->wrong.empty() ? kFailed : status;
}

// The numbers that were typed; empty where one of them is none.
std::vector<std::int64_t> numbers_of(const std::vector<std::string>& typed) {
  std::vector<std::int64_t> out;
  for (const std::string& one : typed) {
    out.push_back(record::number_in(one));
    if (out.back() == 0) return {};
  }
  return out;
}

Result<Decision> decide(Record& record, const Curating& curating) {
  const auto& typed = curating.arguments;
  const std::vector<std::int64_t> numbers = numbers_of(typed);
  const auto needs = [](const char* what) { return tl::unexpected(Error{ErrorCode::bad_argument, {}, what}); };
  switch (curating.what) {
    case What::merge:
      if (numbers.size() != 2) return needs("--merge takes two numbers: the one that stays, and the one that is the same");
      return record.merge(numbers[0], numbers[1]);
    case What::split:
      if (numbers.size() < 2) return needs("--split takes a number and those of the documents that mean somebody else; --why lists them");
      return record.split(numbers[0], {numbers.begin() + 1, numbers.end()});
    case What::rename:
      if (typed.size() != 2 || record::number_in(typed[0]) == 0) return needs("--rename takes a number and a name");
      return record.rename(record::number_in(typed[0]), typed[1]);
    default:
      if (typed.size() > 1 || numbers.size() != typed.size()) return needs("--undo takes the number of a decision, or nothing for the last one");
      return record.undo(numbers.empty() ? 0 : numbers[0]);
  }
}

}  // namespace

std::vector<Flag> curating_flags(Curating& curating) {
  const auto asks = [&curating](What what) {
    return [&curating, what](std::string_view) {
      curating.several = curating.several || (curating.is_asked() && curating.what != what);
      curating.what = what;
      return std::string();
    };
  };
  return {
      {"--merge", "", "NAME is two numbers, A and B: B is A from now on.", asks(What::merge)},
      {"--split", "", "NAME is a number and numbers of documents: there it is somebody else.", asks(What::split)},
      {"--rename", "", "NAME is a number and what that one is called.", asks(What::rename)},
      {"--undo", "", "Take back the last decision of a curator, or the one whose number NAME is; that may be one of the program's own, which found two to be one.", asks(What::undo)},
      {"--log", "", "List all decisions, also those of the program that two are one; with --limit the latest.", asks(What::log)},
      {"--people", "FILE", "Add a list of known people: CSV with a column name, and aliases, wikidata, gender, type, role, organization where there are any.",
       [&curating, asks](std::string_view typed) { return asks(What::people)(typed), read_text(typed, curating.people); }},
  };
}

int curate(const std::string& where, const Curating& curating, const std::optional<AnswerFormat>& format, std::size_t limit) {
  if (curating.several) return wrong("one decision at a time");
  Result<Record> record = curating.what == What::log ? Record::open(where, RecordAccess::read) : open_to_change(where);
  if (!record) return fail(record.error());
  if (curating.what == What::people) return add_people(*record, curating.people, format);
  if (curating.what == What::log) {
    auto all = record->decisions();
    if (!all) return fail(all.error());
    return show_log(*all, format, limit);
  }
  const Result<Decision> decision = decide(*record, curating);
  return decision ? show({*decision}, format) : fail(decision.error());
}

}  // namespace sayso::cli
