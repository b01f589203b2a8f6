#include "record/tally.h"

#include <algorithm>
#include <array>
#include <map>
#include <unordered_map>

#include "record/candidates.h"
#include "record/filters.h"
#include "record/word_index.h"

namespace sayso::record {
namespace {

constexpr std::array kNames = {"outlet", "person", "kind", "channel", "month", "year", "stance", "type", "gender"};

constexpr const char* kColumns =
    "s.document, s.kind, s.stance, s.channel, s.source_type, s.person, coalesce(s.said_at, d.published), d.outlet";

struct Source {
  std::int64_t id = 0;
  std::string name, type, gender;
};

struct Group {
  CountRow row;
  std::int64_t last_document = 0;  // a document's statements come one after the other
};

class Tally {
 public:
  Tally(Connection& db, const Counting& counting) : db_(db), counting_(counting), days_{counting.filter.since, counting.filter.until} {}

  CountTable count() && {
    Filtered filtered = understand(db_, counting_.filter, true);
    out_.who = std::move(filtered.who);
    out_.corrected = std::move(filtered.corrected);
    out_.notes = std::move(filtered.notes);
    out_.has_gender = has_gender();
    read_outlets();
    if (!filtered.nothing) read(filtered);
    out_.all = std::move(all_.row);
    for (auto& [key, group] : groups_) out_.rows.push_back(std::move(group.row));
    order();
    return std::move(out_);
  }

 private:
  bool has_gender() {
    Query& row = db_.query("SELECT 1 FROM people WHERE gender IS NOT NULL LIMIT 1");
    row.with({});
    const bool out = row.next();
    if (out) row.next();
    return out;
  }

  void read_outlets() {
    Query& row = db_.query("SELECT id, name FROM outlets");
    for (row.with({}); row.next();) outlets_.emplace(row.integer(0), row.text(1));
  }

  // All of them one after the other, or those that the index finds.
  void read(const Filtered& filtered) {
    const Filter& f = counting_.filter;
    const bool everything = f.query.empty() && f.by.empty() && f.to.empty() && f.via.empty() && f.outlets.empty() && f.kinds.empty() &&
                            f.stances.empty() && f.channels.empty() && f.types.empty() && !f.old_versions;
    if (everything) {
      Query& row = db_.query(std::string("SELECT ") + kColumns + " FROM statements s JOIN documents d ON d.id = s.document AND d.latest = 1 ORDER BY s.id");
      for (row.with({}); row.next();) add(row);
      return;
    }
    Query& row = db_.query(std::string("SELECT ") + kColumns + " FROM statements s JOIN documents d ON d.id = s.document WHERE s.id = $1");
    for (const std::int64_t id : word_index(db_)->find_all(filtered.condition, kAnyStatement)) {
      row.with({id});
      if (!row.next()) continue;
      add(row);
      row.next();
    }
  }

  void add(Query& row) {
    const std::string day(row.text(6));
    if (!days_.include(day)) return;
    const Source& source = source_of(row.integer_or_none(5).value_or(0));
    if (counting_.people_only && source.type != "person") return;
    key_.clear();
    keys_.clear();
    for (const CountBy by : counting_.by) {
      keys_.push_back(key_of(by, row, source, day));
      key_.append(keys_.back().text).append(1, '\x1f').append(std::to_string(keys_.back().id)).append(1, '\x1f');
    }
    auto [at, is_new] = groups_.try_emplace(key_);
    if (is_new) at->second.row.keys = keys_;
    count_one(at->second, row, source, day);
    count_one(all_, row, source, day);
  }

  CountRow::Key key_of(CountBy by, Query& row, const Source& source, const std::string& day) {
    switch (by) {
      case CountBy::outlet: return {outlet_called(row.integer_or_none(7).value_or(0)), 0};
      case CountBy::person: return source.id != 0 ? CountRow::Key{source.name, source.id} : CountRow::Key{};
      case CountBy::kind: return {std::string(row.text(1)), 0};
      case CountBy::channel: return {std::string(row.text(3)), 0};
      case CountBy::month: return {day.substr(0, 7), 0};
      case CountBy::year: return {day.substr(0, 4), 0};
      case CountBy::stance: return {std::string(row.text(2)), 0};
      case CountBy::type: return {std::string(row.text(4)), 0};
      case CountBy::gender: return {source.gender, 0};
    }
    return {};
  }

  static void count_one(Group& group, Query& row, const Source& source, const std::string& day) {
    CountRow& out = group.row;
    ++out.statements;
    const std::int64_t document = row.integer(0);
    out.documents += document != group.last_document;
    group.last_document = document;
    const std::string_view kind = row.text(1), type = row.text(4);
    ++(kind == "direct" ? out.direct : kind == "mixed" ? out.mixed : out.indirect);
    out.anonymous += type == "anonymous";
    out.no_source += type == "none";
    if (!source.gender.empty()) ++(source.gender == "female" ? out.women : source.gender == "male" ? out.men : out.other_gender);
    if (day.empty()) return;
    if (out.first_day.empty() || day < out.first_day) out.first_day = day;
    if (day > out.last_day) out.last_day = day;
  }

  std::string outlet_called(std::int64_t id) const {
    const auto found = outlets_.find(id);
    return found == outlets_.end() ? "" : found->second;
  }

  const Source& source_of(std::int64_t person) {
    const auto [at, is_new] = sources_.try_emplace(person);
    if (!is_new || person == 0) return at->second;
    Query& row = db_.query("SELECT r.id, r.name, r.type, coalesce(r.gender, p.gender) FROM people p JOIN people r ON r.id = coalesce(p.merged_into, p.id) WHERE p.id = $1");
    row.with({person});
    if (row.next()) at->second = {row.integer(0), std::string(row.text(1)), std::string(row.text(2)), std::string(row.text(3))};
    row.next();
    return at->second;
  }

  // The most statements first; what has an order of its own in that.
  void order() {
    const auto in_time = [&](std::size_t i) { return counting_.by[i] == CountBy::month || counting_.by[i] == CountBy::year; };
    std::ranges::stable_sort(out_.rows, [&](const CountRow& a, const CountRow& b) {
      for (std::size_t i = 0; i < counting_.by.size(); ++i) {
        if (in_time(i) && a.keys[i].text != b.keys[i].text) return a.keys[i].text < b.keys[i].text;
      }
      return a.statements > b.statements;
    });
    if (counting_.limit == 0 || out_.rows.size() <= counting_.limit) return;
    out_.left_out = out_.rows.size() - counting_.limit;
    out_.rows.resize(counting_.limit);
  }

  Connection& db_;
  const Counting& counting_;
  Days days_;
  std::unordered_map<std::int64_t, std::string> outlets_;
  std::unordered_map<std::int64_t, Source> sources_;
  std::map<std::string, Group> groups_;
  Group all_;
  std::string key_;
  std::vector<CountRow::Key> keys_;
  CountTable out_;
};

}  // namespace

CountTable tally(Connection& db, const Counting& counting) { return Tally(db, counting).count(); }

}  // namespace sayso::record

namespace sayso {

std::string_view name_of(CountBy by) { return record::kNames[static_cast<std::size_t>(by)]; }

std::optional<CountBy> count_by_named(std::string_view name) {
  for (std::size_t i = 0; i < record::kNames.size(); ++i) {
    if (record::kNames[i] == name) return static_cast<CountBy>(i);
  }
  return std::nullopt;
}

}  // namespace sayso
