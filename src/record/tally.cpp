#include "record/tally.h"

#include <algorithm>
#include <array>
#include <tuple>
#include <unordered_map>

#include "record/candidates.h"
#include "record/filter_text.h"
#include "record/filters.h"
#include "record/word_index.h"

namespace sayso::record {
namespace {

constexpr std::array kNames = {"outlet", "person", "kind", "channel", "month", "year", "stance", "type", "gender"};

constexpr const char* kColumns =
    "s.document, s.kind, s.stance, s.channel, s.source_type, s.person, coalesce(s.said_at, d.published), d.outlet, s.id";

struct Source {
  std::int64_t id = 0;
  std::string name, type, gender;
};

struct Group {
  CountRow row;
  std::int64_t last_document = 0;  // a document's statements come one after the other
};

// What is told of one statement.
struct Facts {
  std::int64_t document = 0;
  std::string kind, stance, channel, type, day, outlet;
  std::vector<const Source*> sources;  // who says it, the first one first; of several who speak as one none twice; never empty
};

class Table {
 public:
  explicit Table(const Counting& counting) : counting_(counting), by_person_(std::ranges::find(counting.by, CountBy::person) != counting.by.end()) {}

  // By person what several say as one counts for each of them; in all it is one statement.
  void add(const Facts& facts) {
    const Source* first = nullptr;
    for (const Source* source : facts.sources) {
      if (counting_.named_only && source->id == 0) continue;
      if (counting_.people_only && source->type != "person") continue;
      if (first == nullptr) first = source;
      else if (!by_person_) break;
      add(facts, *source);
    }
    if (first != nullptr) count_one(all_, facts, *first);
  }

  void move_to(CountTable& out) && {
    out.all = std::move(all_.row);
    for (auto& [key, group] : groups_) out.rows.push_back(std::move(group.row));
    order(out);
  }

 private:
  void add(const Facts& facts, const Source& source) {
    key_.clear();
    keys_.clear();
    for (const CountBy by : counting_.by) {
      keys_.push_back(key_of(by, facts, source));
      key_.append(keys_.back().text).append(1, '\x1f').append(std::to_string(keys_.back().id)).append(1, '\x1f');
    }
    auto [at, is_new] = groups_.try_emplace(key_);
    if (is_new) at->second.row.keys = keys_;
    count_one(at->second, facts, source);
  }

  static CountRow::Key key_of(CountBy by, const Facts& facts, const Source& source) {
    switch (by) {
      case CountBy::outlet: return {facts.outlet, 0};
      case CountBy::person: return source.id != 0 ? CountRow::Key{source.name, source.id} : CountRow::Key{};
      case CountBy::kind: return {facts.kind, 0};
      case CountBy::channel: return {facts.channel, 0};
      case CountBy::month: return {facts.day.substr(0, 7), 0};
      case CountBy::year: return {facts.day.substr(0, 4), 0};
      case CountBy::stance: return {facts.stance, 0};
      case CountBy::type: return {facts.type, 0};
      case CountBy::gender: return {source.gender, 0};
    }
    return {};
  }

  static void count_one(Group& group, const Facts& facts, const Source& source) {
    CountRow& out = group.row;
    ++out.statements;
    out.documents += facts.document != group.last_document;
    group.last_document = facts.document;
    ++(facts.kind == "direct" ? out.direct : facts.kind == "mixed" ? out.mixed : out.indirect);
    out.anonymous += facts.type == "anonymous";
    out.no_source += facts.type == "none";
    const std::string& gender = source.gender;
    if (!gender.empty()) ++(gender == "female" ? out.women : gender == "male" ? out.men : out.other_gender);
    if (facts.day.empty()) return;
    if (out.first_day.empty() || facts.day < out.first_day) out.first_day = facts.day;
    if (facts.day > out.last_day) out.last_day = facts.day;
  }

  // The most statements first; what has an order of its own in that.
  void order(CountTable& out) const {
    const auto in_time = [&](std::size_t i) { return counting_.by[i] == CountBy::month || counting_.by[i] == CountBy::year; };
    std::ranges::stable_sort(out.rows, [&](const CountRow& a, const CountRow& b) {
      for (std::size_t i = 0; i < counting_.by.size(); ++i) {
        if (in_time(i) && a.keys[i].text != b.keys[i].text) return a.keys[i].text < b.keys[i].text;
      }
      if (a.statements != b.statements) return a.statements > b.statements;
      return std::ranges::lexicographical_compare(a.keys, b.keys, [](const auto& x, const auto& y) { return std::tie(x.text, x.id) < std::tie(y.text, y.id); });
    });
    if (counting_.limit == 0 || out.rows.size() <= counting_.limit) return;
    out.left_out = out.rows.size() - counting_.limit;
    out.rows.resize(counting_.limit);
  }

  const Counting& counting_;
  bool by_person_;
  std::unordered_map<std::string, Group> groups_;
  Group all_;
  std::string key_;
  std::vector<CountRow::Key> keys_;
};

class Tally {
 public:
  Tally(Connection& db, const std::vector<Counting>& tables) : db_(db), filter_(tables.front().filter), days_{filter_.since, filter_.until} {
    for (const Counting& one : tables) tables_.emplace_back(one);
  }

  std::vector<CountTable> count() && {
    Filtered filtered = understand(db_, filter_, true);
    read_outlets();
    read_joint();
    const bool gender = has_gender();
    if (!filtered.nothing) read(filtered);
    std::vector<CountTable> out(tables_.size());
    for (std::size_t i = 0; i < out.size(); ++i) {
      out[i].has_gender = gender;
      out[i].who = filtered.who, out[i].corrected = filtered.corrected, out[i].notes = filtered.notes;
      std::move(tables_[i]).move_to(out[i]);
    }
    return out;
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

  void read_joint() {
    Query& row = db_.query("SELECT statement, person FROM joint_speakers ORDER BY statement, person");
    for (row.with({}); row.next();) joint_[row.integer(0)].push_back(row.integer(1));
  }

  // All of them one after the other, or those that the index finds.
  void read(const Filtered& filtered) {
    Filter undated = filter_;
    undated.since.reset(), undated.until.reset();
    const bool everything = is_everything(undated);
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
    Facts& facts = facts_;
    facts.day = row.text(6);
    if (!days_.include(facts.day)) return;
    facts.document = row.integer(0);
    facts.kind = name_of(static_cast<Kind>(row.integer(1)));
    facts.stance = name_of(static_cast<Stance>(row.integer(2)));
    facts.channel = row.is_null(3) ? "" : name_of(static_cast<ChannelType>(row.integer(3)));
    facts.type = name_of(static_cast<SourceType>(row.integer(4)));
    facts.outlet = outlet_called(row.integer_or_none(7).value_or(0));
    facts.sources = {&source_of(row.integer_or_none(5).value_or(0))};
    if (const auto others = joint_.find(row.integer(8)); others != joint_.end()) add_joint(others->second);
    for (Table& table : tables_) table.add(facts);
  }

  // Two who are merged are one.
  void add_joint(const std::vector<std::int64_t>& people) {
    for (const std::int64_t person : people) {
      const Source& source = source_of(person);
      if (std::ranges::find(facts_.sources, source.id, &Source::id) == facts_.sources.end()) facts_.sources.push_back(&source);
    }
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

  Connection& db_;
  const Filter& filter_;
  Days days_;
  std::unordered_map<std::int64_t, std::string> outlets_;
  std::unordered_map<std::int64_t, Source> sources_;  // what it holds stays where it is
  std::unordered_map<std::int64_t, std::vector<std::int64_t>> joint_;  // of statements, those beside the first speaker
  std::vector<Table> tables_;
  Facts facts_;
};

}  // namespace

std::vector<CountTable> tally(Connection& db, const std::vector<Counting>& tables) {
  return tables.empty() ? std::vector<CountTable>() : Tally(db, tables).count();
}

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
