#include "cli/statements_answer.h"

#include <unistd.h>

#include "cli/terminal.h"
#include "formats/json_writer.h"
#include "record/counts_report.h"
#include "record/found_report.h"

namespace sayso::cli {
namespace {

constexpr CountBy kFacets[] = {CountBy::outlet, CountBy::person, CountBy::kind, CountBy::month, CountBy::channel};

class Answer {
 public:
  Answer(Record& record, const Search& request, const SearchResult& found, Printer& printer) : record_(record), request_(request), found_(found), printer_(printer) {}

  Result<void> text(bool facets) {
    const record::ReportLook look{wants_color(STDOUT_FILENO), columns_of(STDOUT_FILENO)};
    record::append_heading(out(), request_, found_, look);
    if (facets && !found_.items.empty()) {
      const auto done = each_facet([&](CountBy by, const CountTable& table) { record::append_line(out(), table, by, look); });
      if (!done) return done;
      out() += '\n';
    }
    const auto done = each([&](const Hit& hit) { record::append_text(out(), hit, look); });
    record::append_end(out(), request_, found_, look);
    return done;
  }

  Result<void> json(bool facets, const std::function<void(formats::JsonWriter&)>& keys) {
    formats::JsonWriter json(out());
    json.begin_object();
    if (keys) keys(json);
    record::write_found_keys(json, found_);
    if (facets) {
      json.key("facets").begin_object();
      const auto done = each_facet([&](CountBy by, const CountTable& table) { record::write_rows(json.key(name_of(by)), table, {by}); });
      if (!done) return done;
      json.end_object();
    }
    json.key("statements").begin_array();
    const auto done = each([&](const Hit& hit) { record::write_hit(json, hit); });
    json.end_array();
    json.end_object();
    out() += '\n';
    return done;
  }

  Result<void> lines() {
    return each([&](const Hit& hit) {
      formats::JsonWriter json(out());
      record::write_hit(json, hit);
      out() += '\n';
    });
  }

  Result<void> csv() {
    record::append_hit_csv_header(out());
    return each([&](const Hit& hit) { record::append_csv(out(), hit); });
  }

 private:
  std::string& out() { return printer_.text(); }

  template <class Use>
  Result<void> each(Use use) {
    for (std::size_t i = 0; i < found_.items.size() && printer_.go_on(); ++i) {
      const Result<Hit> hit = record_.hit(found_, i);
      if (!hit) return tl::unexpected(hit.error());
      use(*hit);
    }
    return {};
  }

  template <class Use>
  Result<void> each_facet(Use use) {
    for (const CountBy by : kFacets) {
      Counting counting;
      counting.filter = request_.filter;
      counting.by = {by};
      const Result<CountTable> table = record_.count(counting);
      if (!table) return tl::unexpected(table.error());
      use(by, *table);
    }
    return {};
  }

  Record& record_;
  const Search& request_;
  const SearchResult& found_;
  Printer& printer_;
};

}  // namespace

Result<void> StatementsAnswer::write(Record& record, const Search& request, const SearchResult& found, Printer& printer,
                                     const std::function<void(formats::JsonWriter&)>& keys) const {
  Answer answer(record, request, found, printer);
  switch (answer_format(format)) {
    case AnswerFormat::text: return answer.text(facets);
    case AnswerFormat::json: return answer.json(facets, keys);
    case AnswerFormat::jsonl: return answer.lines();
    case AnswerFormat::csv: return answer.csv();
  }
  return {};
}

}  // namespace sayso::cli
