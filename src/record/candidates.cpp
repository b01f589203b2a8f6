#include "record/candidates.h"

#include <algorithm>
#include <tuple>

#include "record/text_index.h"
#include "record/word_index.h"

namespace sayso::record {
namespace {

constexpr std::uint32_t kOwnWords = 6;  // that many words in a row are no coincidence

class Collector {
 public:
  Collector(Connection& db, const Condition& condition, const Days& days, const Range& range, std::size_t most,
            std::size_t counted)
      : db_(db),
        index_(word_index(db)),
        day_of_(db),
        condition_(condition),
        days_(days),
        range_(range),
        most_(most),
        counted_(counted) {
    if (days.since) since_ = day_number(*days.since);
    if (days.until) until_ = day_number(*days.until);
    if (range.above > 0) find_carried();
  }

  Considered collect() && {
    const std::size_t counted = std::max(counted_, most_);
    const std::vector<std::int64_t> found = index_->find_all(condition_, range_.last, counted + 1);
    if (found.size() <= counted) {
      take(found);
      out_.total = out_.newest.size();
    } else {
      by_month();
      out_.total = days_.all() && range_.above == 0 ? counted : std::min(most_, out_.newest.size());
      out_.at_least = full();
    }
    out_.all = !full();
    if (!out_.all) out_.newest.resize(most_);
    return std::move(out_);
  }

 private:
  bool full() const { return out_.newest.size() > most_; }  // one more than asked for, to know that there are more

  void by_month() {
    for (const std::string& month : months()) {
      if (full()) return;
      const std::vector<std::int64_t> found = tagged(month_tag(month));
      if (found.size() > counted_ && !month.empty()) by_day(month);
      else take(found);
    }
  }

  void by_day(const std::string& month) {
    for (int day = 31; day > 0 && !full(); --day) {
      const std::string text = month + (day < 10 ? "-0" : "-") + std::to_string(day);
      if (days_.include(text)) take(tagged(day_tag(text)));
    }
  }

  // What has a new number, but stood in the document before.
  void find_carried() {
    Query& row = db_.query("SELECT id FROM statements WHERE id > $1 AND earlier <= $2 ORDER BY id");
    for (row.with({range_.above, range_.above}); row.next();) carried_.push_back(row.integer(0));
  }

  bool is_in_range(std::int64_t id) const { return id > range_.above && !std::ranges::binary_search(carried_, id); }

  std::vector<std::int64_t> tagged(const std::string& tag) {
    Condition with = condition_;
    with.require_any({tag});
    return index_->find_all(with, range_.last, SIZE_MAX);
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

  // The newest of these, behind those that are there.
  void take(const std::vector<std::int64_t>& found) {
    const auto from = static_cast<std::ptrdiff_t>(out_.newest.size());
    for (const std::int64_t id : found) {
      const DayNumber day = day_of_.of(id);
      if (is_in_range(id) && include(day)) out_.newest.push_back({id, day});
    }
    const auto newer = [](const Found& a, const Found& b) { return std::tie(b.day, b.statement) < std::tie(a.day, a.statement); };
    const auto begin = out_.newest.begin() + from;
    const auto wanted = std::min<std::size_t>(out_.newest.size(), most_ + 1);
    const auto end = std::max(begin, out_.newest.begin() + static_cast<std::ptrdiff_t>(wanted));
    std::partial_sort(begin, end, out_.newest.end(), newer);
  }

  bool include(DayNumber day) const { return (since_ == 0 || day >= since_) && (!until_ || (day != 0 && day <= *until_)); }

  Connection& db_;
  std::unique_ptr<WordIndex> index_;
  StatementDays day_of_;
  const Condition& condition_;
  const Days& days_;
  const Range& range_;
  std::size_t most_, counted_;
  DayNumber since_ = 0;
  std::optional<DayNumber> until_;
  std::vector<std::int64_t> carried_;
  Considered out_;
};

}  // namespace

Considered newest(Connection& db, const Condition& condition, const Days& days, const Range& range, std::size_t most,
                    std::size_t counted) {
  return Collector(db, condition, days, range, most, counted).collect();
}

std::optional<Candidate> CandidateReader::read(std::int64_t statement) {
  Query& row = db_.query(
      "SELECT s.document, s.confidence, coalesce(s.said_at, d.published) FROM statements s "
      "JOIN documents d ON d.id = s.document WHERE s.id = $1");
  row.with({statement});
  if (!row.next()) return std::nullopt;
  Candidate out;
  out.statement = statement;
  out.document = row.integer(0);
  out.confidence = static_cast<double>(row.integer(1)) / kSteps;
  out.day = row.text(2);
  row.next();
  if (!days_.include(out.day)) return std::nullopt;
  matcher_.match(contents_.of(out.document, statement), matched_);
  out.matches = matched_.matches;
  out.words = matched_.words;
  out.same = out.words >= kOwnWords ? matched_.hash | 1 : 0;
  return out;
}

}  // namespace sayso::record
