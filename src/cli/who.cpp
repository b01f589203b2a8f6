// sayso who: the people and bodies of a record, and a curator's decisions about them.
#include <unistd.h>

#include <algorithm>
#include <memory>

#include "cli/command.h"
#include "cli/curating.h"
#include "cli/filter_flags.h"
#include "cli/messages.h"
#include "cli/printer.h"
#include "cli/statements_answer.h"
#include "cli/terminal.h"
#include "cli/values.h"
#include "formats/json_writer.h"
#include "record/counts_report.h"
#include "record/found_report.h"
#include "record/people_report.h"
#include "sayso/record.h"

namespace sayso::cli {
namespace {

struct WhoOptions {
  std::string record;
  std::shared_ptr<Filter> filter = std::make_shared<Filter>();
  Search search;
  StatementsAnswer answer;
  Curating curating;
  bool why = false;
};

record::ReportLook look() { return {wants_color(STDOUT_FILENO), columns_of(STDOUT_FILENO), !is_terminal(STDOUT_FILENO)}; }

// Who is quoted most.
int list(Record& record, const WhoOptions& options) {
  Counting counting;
  counting.filter = *options.filter;
  counting.by = {CountBy::person};
  counting.limit = options.search.limit;
  counting.people_only = options.filter->types.empty();
  counting.named_only = true;
  const Result<CountTable> table = record.count(counting);
  if (!table) return fail(table.error());
  Printer printer;
  switch (answer_format(options.answer.format)) {
    case AnswerFormat::csv: record::append_csv(printer.text(), *table, counting.by); break;
    case AnswerFormat::jsonl: record::append_lines(printer.text(), *table, counting.by); break;
    case AnswerFormat::text: record::append_text(printer.text(), *table, counting.by, look()); break;
    default: {
      formats::JsonWriter json(printer.text());
      json.begin_object();
      record::write_rows(json.key("people"), *table, counting.by);
      json.key("left_out").integer(table->left_out);
      json.end_object();
      printer.text() += '\n';
    }
  }
  const int status = printer.finish(table->rows.empty() ? kFindings : kDone);
  const AnswerFormat format = answer_format(options.answer.format);
  if (table->left_out > 0 && (format == AnswerFormat::csv || format == AnswerFormat::jsonl)) say(record::counted(table->left_out, "person") + " left out");
  return status;
}

// Several of one name, or nobody: those who may be meant.
int choose(const Understood& who, const WhoOptions& options) {
  Printer printer;
  if (options.answer.is_text()) {
    std::string line = who.people.empty() ? "nobody is called " + who.asked : who.similar ? "nobody is called " + who.asked + "; similar:" : who.asked + " may be:";
    printer.text() += line + "\n";
    for (const Person& one : who.people)
      record::add_lines(printer.text(), look(), "#" + std::to_string(one.id) + " " + one.name + " · " + one.type + " · " + record::counted(one.statements, "statement"), 2);
  } else {
    formats::JsonWriter json(printer.text());
    json.begin_object();
    record::write_understood(json.key("who"), {who});
    json.end_object();
    printer.text() += '\n';
  }
  return printer.finish(kFindings);
}

// The first ones where they are limited; of decisions the latest.
void limit(PersonPage& page, std::vector<Joining>& joinings, std::size_t most) {
  const auto left_out = [most](const auto& all) { return most == 0 || all.size() <= most ? 0 : all.size() - most; };
  const std::size_t documents = left_out(joinings), decisions = left_out(page.decisions);
  joinings.resize(joinings.size() - documents);
  page.decisions.erase(page.decisions.begin(), page.decisions.begin() + static_cast<std::ptrdiff_t>(decisions));
  if (documents > 0) say(record::counted(documents, "document") + " left out");
  if (decisions > 0) say(record::counted(decisions, "earlier decision") + " left out");
}

int why(Record& record, PersonPage page, const WhoOptions& options) {
  Result<std::vector<Joining>> joinings = record.joinings(page.person.id);
  if (!joinings) return fail(joinings.error());
  limit(page, *joinings, options.search.limit);
  Printer printer;
  switch (answer_format(options.answer.format)) {
    case AnswerFormat::text:
      record::append_text(printer.text(), page, look());
      for (const Decision& decision : page.decisions) record::append_text(printer.text(), decision, look());
      record::append_text(printer.text(), *joinings, look());
      break;
    case AnswerFormat::csv: record::append_csv(printer.text(), *joinings); break;
    case AnswerFormat::jsonl: record::append_lines(printer.text(), *joinings); break;
    case AnswerFormat::json: {
      formats::JsonWriter json(printer.text());
      json.begin_object();
      record::write_page_keys(json, page);
      record::write_joinings(json.key("joinings"), *joinings);
      json.end_object();
      printer.text() += '\n';
    }
  }
  return printer.finish(kDone);
}

int one(Record& record, std::int64_t id, WhoOptions options) {
  const Result<PersonPage> page = record.person(id, *options.filter);
  if (!page) return fail(page.error());
  if (options.why) return why(record, *page, options);
  options.search.filter = *options.filter;
  options.search.filter.by = {std::to_string(page->person.id)};
  const Result<SearchResult> found = record.search(options.search);
  if (!found) return fail(found.error());
  Printer printer;
  if (options.answer.is_text()) record::append_text(printer.text(), *page, look());
  const Result<void> done = options.answer.write(record, options.search, *found, printer, [&](formats::JsonWriter& json) {
    json.key("person").begin_object();
    record::write_page_keys(json, *page);
    json.end_object();
  });
  return done ? printer.finish(kDone) : fail(done.error());
}

int who(WhoOptions options) {
  if (options.curating.is_asked()) return curate(options.record, options.curating, options.answer.format, options.search.limit);
  Result<Record> record = Record::open(options.record, RecordAccess::read);
  if (!record) return fail(record.error());
  if (options.curating.arguments.empty()) return list(*record, options);
  std::string name;
  for (const std::string& word : options.curating.arguments) name += (name.empty() ? "" : " ") + word;
  const Result<Understood> meant = record->people_called(name);
  if (!meant) return fail(meant.error());
  if (meant->similar || meant->people.empty()) return choose(*meant, options);
  // Somebody who is quoted ten times as often as the others of the name is meant.
  const auto& people = meant->people;
  const bool clear = people.size() == 1 || people[0].statements >= 10 * std::max<std::size_t>(people[1].statements, 1);
  if (!clear) return choose(*meant, options);
  return one(*record, people[0].id, std::move(options));
}

const char* const kAbout =
    "Without NAME: who is quoted most. With NAME, one of its variants or a number of the record: that person or body, with names, roles, "
    "outlets and statements. Several of one name are listed, and the status is 1.\n\n"
    "--merge, --split and --rename are a curator's decisions: they are kept, listed by --log, undone by --undo, and hold for documents that "
    "are added or read again later. Numbers are those that `who` prints.";

const char* const kExamples =
    "  sayso who said.db --since 2025 --limit 20     the twenty who are quoted most\n"
    "  sayso who said.db Ann Cole                    what she said, where, and under which names\n"
    "  sayso who said.db Ann Cole --why              why which documents are taken to mean her\n"
    "  sayso who said.db --merge 12 15               15 is 12\n"
    "  sayso who said.db --split 12 401 402          in documents 401 and 402 it is somebody else\n"
    "  sayso who said.db --rename 12 \"Ann B. Cole\"\n"
    "  sayso who said.db --people mps.csv            a list of known people: name, aliases, wikidata, gender\n";

std::vector<Flag> flags_of(const std::shared_ptr<WhoOptions>& options) {
  std::vector<Flag> flags = {
      {"--limit", "N", "At most so many people, statements or decisions; what is left out is said.", [options](std::string_view typed) { return read_count(typed, options->search.limit); }},
      {"--after", "CURSOR", "The page of statements behind the one that gave this.", [options](std::string_view typed) { return read_text(typed, options->search.after); }},
      {"--why", "", "Why the documents' names are taken for this one, with their numbers.", [options](std::string_view) { return options->why = true, std::string(); }},
      {"--format", "FORMAT", "text (the default on a terminal), json (the default elsewhere), jsonl (a line a statement, a person, with --why a document) or csv.",
       [options](std::string_view typed) { return read_answer_format(typed, "text, json, jsonl, csv", options->answer.format); }},
  };
  for (Flag& flag : curating_flags(options->curating)) flags.push_back(std::move(flag));
  for (Flag& flag : filter_flags(options->filter, "")) flags.push_back(std::move(flag));
  return flags;
}

}  // namespace

Command who_command() {
  const auto options = std::make_shared<WhoOptions>();
  Command out;
  out.name = "who";
  out.summary = "The people and bodies of a record: who is quoted, what they said.";
  out.about = kAbout;
  out.examples = kExamples;
  out.positionals = {record_positional(options->record),
                     {"NAME", "A name, one of its variants, or a number; what a decision is about.", 0, -1,
                      [options](std::string_view typed) { return options->curating.arguments.emplace_back(typed), std::string(); }}};
  out.flags = flags_of(options);
  out.run = [options] { return who(*options); };
  return out;
}

}  // namespace sayso::cli
