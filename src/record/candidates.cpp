#include "record/candidates.h"

#include <algorithm>

#include "record/stored.h"
#include "record/text_index.h"
#include "record/word_index.h"

namespace sayso::record {
namespace {

constexpr std::uint32_t kOwnWords = 6;  // that many words in a row are no coincidence

class Collector {
 public:
  Collector(Connection& db, const Condition& condition, const Days& days, const Range& range, std::size_t most,
            TermMatcher& matcher)
      : db_(db),
        search_(word_index(db)),
        condition_(condition),
        days_(days),
        range_(range),
        most_(most),
        matcher_(matcher),
        contents_(db) {}

  Considered collect() && {
    const std::vector<std::int64_t> found = search_->find(condition_, range_.last, most_ + 1);
    const bool few = found.size() <= most_ || found.back() <= range_.above;
    if (few) {
      for (const std::int64_t id : found) take(id);
      sort(0);
    } else {
      by_month();
    }
    out_.all = out_.newest.size() <= most_;
    if (!out_.all) out_.newest.resize(most_);
    return std::move(out_);
  }

 private:
  bool full() const { return out_.newest.size() > most_; }  // one more than asked for, to know that there are more

  void by_month() {
    for (const std::string& month : months()) {
      if (full()) return;
      const std::size_t before = out_.newest.size();
      const std::vector<std::int64_t> found = tagged(month_tag(month));
      if (found.size() > most_ - before && !month.empty()) {
        by_day(month);
      } else {
        for (const std::int64_t id : found) take(id);
        sort(before);
      }
    }
  }

  void by_day(const std::string& month) {
    for (int day = 31; day > 0 && !full(); --day) {
      const std::string text = month + (day < 10 ? "-0" : "-") + std::to_string(day);
      if (!days_.include(text)) continue;
      for (const std::int64_t id : tagged(day_tag(text))) take(id);
    }
  }

  std::vector<std::int64_t> tagged(const std::string& tag) {
    Condition with = condition_;
    with.require_any({tag});
    return search_->find(with, range_.last, most_ + 1 - std::min(most_, out_.newest.size()));
  }

  // The newest first; statements without a day last.
  std::vector<std::string> months() {
    std::vector<std::string> out;
    Query& row = db_.query("SELECT month FROM months ORDER BY month DESC");
    for (row.with({}); row.next();) {
      const std::string month(row.text(0));
      if (days_.since && month < days_.since->substr(0, 7)) continue;
      if (days_.until && (month.empty() || month > days_.until->substr(0, 7))) continue;
      out.push_back(month);
    }
    return out;
  }

  void take(std::int64_t id) {
    if (id <= range_.above) return;
    Query& row = db_.query(
        "SELECT s.document, s.confidence, coalesce(s.said_at, d.published) FROM statements s "
        "JOIN documents d ON d.id = s.document WHERE s.id = $1");
    row.with({id});
    if (!row.next()) return;
    Candidate c;
    c.statement = id;
    c.document = row.integer(0);
    c.confidence = static_cast<double>(row.integer(1)) / kSteps;
    c.day = row.text(2);
    row.next();
    if (!days_.include(c.day)) return;
    matcher_.match(contents_.of(c.document, id), matched_);
    c.matches = matched_.matches;
    c.words = matched_.words;
    c.same = c.words >= kOwnWords ? matched_.hash | 1 : 0;
    out_.newest.push_back(std::move(c));
  }

  void sort(std::size_t from) { std::sort(out_.newest.begin() + static_cast<std::ptrdiff_t>(from), out_.newest.end(), is_newer); }

  Connection& db_;
  std::unique_ptr<WordIndex> search_;
  const Condition& condition_;
  const Days& days_;
  const Range& range_;
  std::size_t most_;
  TermMatcher& matcher_;
  Contents contents_;
  Matched matched_;
  Considered out_;
};

}  // namespace

Considered newest(Connection& db, const Condition& condition, const Days& days, const Range& range, std::size_t most, TermMatcher& matcher) {
  return Collector(db, condition, days, range, most, matcher).collect();
}

}  // namespace sayso::record
