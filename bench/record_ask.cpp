// How long questions to a record take, in one process: usage: sayso_record_ask RECORD [QUESTIONS]. Prints one JSON object of milliseconds.
//
// The questions come from the record itself and are the same in every run: words as frequent and as rare as people use them, two and
// three words of one statement, phrases, beginnings, slips, people, bodies, outlets, days, and their combinations.
#include <fmt/format.h>

#include <time.h>

#include <algorithm>
#include <map>
#include <random>

#include "record/sqlite.h"
#include "record/stored.h"
#include "record/words.h"
#include "sayso/record.h"

namespace {

using namespace sayso;

constexpr std::size_t kPage = 20;

struct Question {
  std::string kind;
  Search search;
};

class Questions {
 public:
  explicit Questions(const std::string& where) : db_(record::open_sqlite(where, record::Access::read)) {
    record::Query& last = db_->query("SELECT max(id) FROM statements");
    last.with({});
    last_ = last.next() ? last.integer(0) : 0;
    last.next();
  }

  std::vector<Question> make(std::size_t number) {
    std::vector<Question> out;
    while (out.size() < number) out.push_back(one(out.size() % 12));
    return out;
  }

 private:
  Question one(std::size_t kind) {
    words_.clear();
    for (int tries = 0; words_.size() < 6 && tries < 1000; ++tries) statement();
    Search s;
    s.limit = kPage;
    std::string& q = s.filter.query;
    const std::size_t at = random_() % (words_.size() - 2);
    switch (kind) {
      case 0: return q = words_[at], Question{"a word", s};
      case 1: return q = longest(), Question{"a rare word", s};
      case 2: return q = words_[at] + " " + longest(), Question{"two words", s};
      case 3: return q = words_[0] + " " + words_[words_.size() / 2] + " " + words_.back(), Question{"three words", s};
      case 4: return q = "\"" + words_[at] + " " + words_[at + 1] + " " + words_[at + 2] + "\"", Question{"a phrase", s};
      case 5: return q = longest().substr(0, 5) + "*", Question{"a beginning", s};
      case 6: return q = slip(longest()), Question{"a slip", s};
      case 7: return q = words_[at] + " OR " + longest() + " -" + words_[at + 1], Question{"or, not", s};
      case 8: return s.filter.by = {person_}, Question{"a person", s};
      case 9: return s.filter.by = {person_}, q = words_[at], Question{"a person, a word", s};
      case 10: return s.filter.outlets = {outlet_}, s.filter.since = day_.substr(0, 4) + "-01-01", q = longest(), Question{"outlet, days, a word", s};
      default: return s.filter.kinds = {Kind::direct}, s.filter.until = day_, Question{"kind, until a day", s};
    }
  }

  // One of the record by chance.
  void statement() {
    record::Query& row = db_->query(
        "SELECT s.document, p.name, o.name, d.published FROM statements s JOIN documents d ON d.id = s.document "
        "JOIN outlets o ON o.id = d.outlet JOIN people p ON p.id = s.person WHERE s.id = $1");
    const std::int64_t id = static_cast<std::int64_t>(random_() % static_cast<std::uint64_t>(last_)) + 1;
    row.with({id});
    if (!row.next()) return;
    words_ = record::words_of(record::Contents(*db_).of(row.integer(0), id));
    person_ = row.text(1), outlet_ = row.text(2), day_ = row.text(3);
    row.next();
  }

  std::string longest() const { return *std::ranges::max_element(words_, {}, &std::string::size); }

  std::string slip(std::string word) {
    if (word.size() > 4) std::swap(word[2], word[3]);
    return word;
  }

  std::unique_ptr<record::Connection> db_;
  std::mt19937_64 random_{20260302};
  std::int64_t last_ = 0;
  std::vector<std::string> words_;
  std::string person_, outlet_, day_;
};

// Of this thread's processor time: what else the machine does has no part in it.
double milliseconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return 1e3 * static_cast<double>(now.tv_sec) + 1e-6 * static_cast<double>(now.tv_nsec);
}

double ask(Record& record, const Search& search, std::size_t& results) {
  const double begin = milliseconds();
  const auto found = record.search(search);
  for (std::size_t i = 0; found && i < found->items.size(); ++i) results += record.hit(*found, i).has_value();
  return milliseconds() - begin;
}

double quantile(std::vector<double> times, double q) {
  std::ranges::sort(times);
  return times.empty() ? 0 : times[static_cast<std::size_t>(q * static_cast<double>(times.size() - 1))];
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) return fmt::print(stderr, "usage: {} RECORD [QUESTIONS]\n", argv[0]), 2;
  const double begin = milliseconds();
  auto record = Record::open(argv[1], RecordAccess::read);
  if (!record) return fmt::print(stderr, "{}: {}\n", argv[1], record.error().message), 2;
  std::size_t results = 0;
  Search first;
  first.limit = kPage;
  ask(*record, first, results);
  const double open = milliseconds() - begin;
  const std::vector<Question> questions = Questions(argv[1]).make(argc > 2 ? std::strtoul(argv[2], nullptr, 10) : 1000);
  std::vector<double> all;
  std::map<std::string, std::vector<double>> kinds;
  for (const Question& q : questions) {
    all.push_back(ask(*record, q.search, results));
    kinds[q.kind].push_back(all.back());
  }
  double sum = 0;
  for (const double time : all) sum += time;
  fmt::print("{{\"open\": {:.2f}, \"questions\": {}, \"results\": {}, \"mean\": {:.3f}, \"p50\": {:.3f}, \"p99\": {:.3f}, \"kinds\": {{", open, all.size(), results,
             sum / static_cast<double>(all.size()), quantile(all, 0.5), quantile(all, 0.99));
  const char* between = "";
  for (const auto& [kind, times] : kinds) {
    fmt::print("{}\"{}\": [{:.3f}, {:.3f}]", between, kind, quantile(times, 0.5), quantile(times, 0.99));
    between = ", ";
  }
  fmt::print("}}}}\n");
}
