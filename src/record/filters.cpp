#include "record/filters.h"

#include <fmt/format.h>

#include <algorithm>

#include "record/names.h"
#include "record/people_finder.h"
#include "record/spelling.h"
#include "record/text_index.h"
#include "record/text_query.h"
#include "record/word_index.h"
#include "record/words.h"

namespace sayso::record {
namespace {

constexpr std::size_t kMostTags = 4000;  // of one list; each costs a look-up

class Understanding {
 public:
  Understanding(Connection& db, const Filter& filter) : db_(db), filter_(filter) {}

  Filtered all(bool correct) {
    words(correct);
    people(filter_.by, by_tag, source_word_tag);
    people(filter_.to, to_tag, addressee_word_tag);
    people(filter_.via, via_tag, nullptr);
    outlets();
    kinds();
    stances();
    types();
    channels();
    if (!filter_.old_versions) refuse({std::string(kOldTag)});
    return std::move(out_);
  }

 private:
  void words(bool correct) {
    TextQuery query = parse_query(filter_.query);
    if (query.cut) out_.notes.push_back(fmt::format("only the first {} words of the query are used", kMostTerms));
    if (correct) this->correct(query.condition);
    out_.words = query.condition;
    out_.condition.require(query.condition);
  }

  void correct(Condition& condition) {
    Spelling spelling(db_);
    for (Term& term : condition.terms()) {
      if (term.match == Term::Match::prefix) continue;
      for (std::string& word : term.words) {
        if (spelling.is_used(word)) continue;
        auto meant = spelling.nearest(word);
        if (!meant) continue;
        out_.corrected.emplace_back(word, *meant);
        word = std::move(*meant);
      }
    }
  }

  void people(const std::vector<std::string>& asked, std::string (*tag)(std::int64_t), std::string (*word_tag)(std::string_view)) {
    Condition any;
    for (const std::string& name : asked) {
      PeopleFinder finder(db_);
      Understood who = finder.find(name);
      // "officials", "reporters": nobody in particular.
      const Condition described = word_tag != nullptr && (who.people.empty() || who.similar) ? described_so(name, word_tag) : Condition();
      if (!described.empty()) who.people.clear(), who.similar = false;
      any.combine(described, Condition::What::either);
      // Of several similar names none is taken; they are shown.
      if (!who.similar || have_one_name(who.people)) any.combine(tagged(who.people, tag, finder), Condition::What::either);
      if (who.people.size() == kMostMeant) out_.notes.push_back(fmt::format("more people are called {} than the {} who are quoted most; only these are looked for", name, kMostMeant));
      out_.who.push_back(std::move(who));
    }
    if (asked.empty()) return;
    if (any.empty()) out_.nothing = true;
    out_.condition.require(any);
  }

  Condition described_so(const std::string& name, std::string (*word_tag)(std::string_view)) {
    Condition out;
    for (const std::string& word : words_of(name)) out.require_any({word_tag(word)});
    if (out.empty() || word_index(db_)->find_all(out, kAnyStatement, 1).empty()) return {};
    return out;
  }

  static bool have_one_name(const std::vector<Person>& people) {
    return std::ranges::all_of(people, [&](const Person& one) { return one.name == people.front().name; });
  }

  Condition tagged(const std::vector<Person>& people, std::string (*tag)(std::int64_t), PeopleFinder& finder) {
    std::vector<std::string> tags;
    for (const Person& one : people) {
      for (const std::int64_t id : finder.merged(one.id)) tags.push_back(tag(id));
    }
    cut(tags);
    Condition out;
    out.require_any(tags);
    return out;
  }

  void cut(std::vector<std::string>& tags) {
    if (tags.size() <= kMostTags) return;
    out_.notes.push_back(fmt::format("only {} of {} people or outlets are looked for", kMostTags, tags.size()));
    tags.resize(kMostTags);
  }

  void outlets() {
    std::vector<std::string> tags;
    for (const std::string& asked : filter_.outlets) {
      const std::size_t before = tags.size();
      add_outlets(asked, tags);
      if (tags.size() == before) out_.notes.push_back(fmt::format("the record has no outlet called {}", asked));
    }
    cut(tags);
    if (!filter_.outlets.empty() && tags.empty()) out_.nothing = true;
    out_.condition.require_any(tags);
  }

  // The one of the name; else all that have its words.
  void add_outlets(const std::string& asked, std::vector<std::string>& tags) {
    const std::string name = fold_name(asked);
    std::vector<std::string> equal, holding;
    Query& row = db_.query("SELECT id, name FROM outlets ORDER BY id");
    for (row.with({}); row.next();) {
      const std::string one = fold_name(row.text(1));
      if (one == name) equal.push_back(outlet_tag(row.integer(0)));
      else if (!name.empty() && (" " + one + " ").find(" " + name + " ") != std::string::npos) holding.push_back(outlet_tag(row.integer(0)));
    }
    const auto& found = equal.empty() ? holding : equal;
    tags.insert(tags.end(), found.begin(), found.end());
  }

  template <class Value>
  static bool has(const std::vector<Value>& list, Value value) { return std::ranges::find(list, value) != list.end(); }

  void kinds() {
    std::vector<std::string> tags;
    for (const Kind kind : filter_.kinds) tags.push_back(kind_tag(sayso::name_of(kind)));
    out_.condition.require_any(tags);
  }

  void channels() {
    std::vector<std::string> tags;
    for (const ChannelType channel : filter_.channels) tags.push_back(channel_tag(sayso::name_of(channel)));
    out_.condition.require_any(tags);
  }

  // What nearly all statements are has no tag: it is those without the tags of the others.
  void stances() {
    using enum Stance;
    const auto& asked = filter_.stances;
    std::vector<std::string> wanted, others;
    for (const Stance one : {denies, asks, orders, promises, believes, intends, alleges})
      (has(asked, one) ? wanted : others).push_back(stance_tag(sayso::name_of(one)));
    if (asked.empty()) return;
    if (has(asked, asserts)) refuse(others);
    else out_.condition.require_any(wanted);
  }

  void types() {
    using enum SourceType;
    const auto& asked = filter_.types;
    std::vector<std::string> wanted, others;
    for (const SourceType one : {organization, group, document, anonymous, none})
      (has(asked, one) ? wanted : others).push_back(type_tag(sayso::name_of(one)));
    if (asked.empty()) return;
    if (has(asked, person)) refuse(others);
    else out_.condition.require_any(wanted);
  }

  void refuse(const std::vector<std::string>& tags) {
    Condition none;
    none.require_any(tags);
    if (none.empty()) return;
    none.join(Condition::What::negated);
    out_.condition.require(none);
  }

  Connection& db_;
  const Filter& filter_;
  Filtered out_;
};

}  // namespace

Filtered understand(Connection& db, const Filter& filter, bool correct) { return Understanding(db, filter).all(correct); }

}  // namespace sayso::record
