#include <algorithm>

#include "record/buckets.h"
#include "record/curator.h"
#include "record/identity.h"
#include "record/named.h"
#include "record/names.h"
#include "record/people_finder.h"
#include "record/people_store.h"
#include "record/person_page.h"
#include "record/transaction.h"

namespace sayso::record {
namespace {

constexpr std::size_t kMostJudged = 64;  // of one name

Sketch sketch_of(const ListedPerson& listed) {
  Sketch out;
  out.type = named(kSourceTypes, listed.type).value_or(SourceType::person);
  const bool person = out.type == SourceType::person;
  out.name = person ? without_titles(listed.name) : listed.name;
  out.suffix = person ? parse_person(out.name).suffix : "";
  count(out.forms, out.name, 2);
  const std::string surname = parse_person(out.name).surname;
  for (const std::string& alias : listed.aliases) {
    // "Cole", "A. Cole" are forms of the name; "Lady Copper" is another one.
    const bool form = !person || parse_person(alias).surname == surname;
    count(form ? out.forms : out.other_names, person ? without_titles(alias) : alias);
  }
  for (const std::string& role : listed.roles) count(out.roles, fold_name(role));
  for (const std::string& body : listed.bodies) {
    std::string words;
    for (const std::string& word : body_words(body)) words += (words.empty() ? "" : " ") + word;
    count(out.bodies, words);
  }
  out.documents = 0;
  out.listed = true;
  return out;
}

class List {
 public:
  explicit List(Connection& db) : db_(db) {}

  Listed add(const std::vector<ListedPerson>& list) {
    for (const ListedPerson& one : list) add(one);
    keys_.flush();
    return out_;
  }

 private:
  void add(const ListedPerson& listed) {
    const Sketch sketch = sketch_of(listed);
    std::int64_t person = of_identifier(listed);
    if (person == 0) person = of_name(sketch, listed);
    ++(person == 0 ? out_.added : out_.matched);
    Sketch known = person == 0 ? sketch : stored_sketch(db_, person);
    if (person == 0) person = insert_person(db_, sketch.name, sketch.type);
    else if (!known.listed) absorb(known, sketch);
    known.listed = true;
    db_.query("UPDATE people SET wikidata = coalesce($1, wikidata), gender = coalesce($2, gender) WHERE id = $3")
        .run({value_of(listed.wikidata), value_of(listed.gender), person});
    if (is_renamed(db_, person)) store_sketch(db_, person, known);
    else store_sketch(db_, person, known, sketch.name);
    for (const std::string& key : keys_of(sketch).filed) keys_.add(number_of_key(key), person);
    for (const std::string& alias : listed.aliases) join_those_called(alias, sketch, listed, person);
  }

  // Whom documents have only called by another name of the listed one. A surname alone may be anybody's.
  void join_those_called(const std::string& alias, Sketch asked, const ListedPerson& listed, std::int64_t person) {
    const bool is_person = asked.type == SourceType::person;
    if (is_person && !parse_person(alias).is_full()) return;
    asked.name = is_person ? without_titles(alias) : alias;
    asked.forms = {{asked.name, 1}};
    asked.other_names.clear();
    asked.listed = false;
    for (const std::int64_t candidate : candidates(asked)) {
      const std::int64_t kept = PeopleFinder(db_).root(person), other = PeopleFinder(db_).root(candidate);
      const Sketch known = stored_sketch(db_, candidate);
      if (kept == other || known.listed || stored_sketch(db_, other).listed || is_another(other, listed)) continue;
      if (fold_name(known.name) != fold_name(asked.name) || judge(known, asked).verdict != Verdict::same) continue;
      if (!is_decided(db_, kept, other)) log_joining(db_, kept, other, "a list of known people has both names");
    }
  }

  std::int64_t of_identifier(const ListedPerson& listed) {
    if (!listed.wikidata) return 0;
    Query& row = db_.query("SELECT id FROM people WHERE wikidata = $1");
    row.with({std::string_view(*listed.wikidata)});
    if (!row.next()) return 0;
    const std::int64_t out = row.integer(0);
    while (row.next()) {
    }
    return out;
  }

  std::vector<std::int64_t> candidates(const Sketch& sketch) {
    std::vector<std::int64_t> out;
    for (const std::string& key : keys_of(sketch).asked) {
      std::size_t looked_at = 0;
      for (const std::int64_t person : keys_.find(number_of_key(key))) {
        if (++looked_at > kMostJudged || out.size() == kMostJudged) break;
        if (std::ranges::find(out, person) == out.end()) out.push_back(person);
      }
    }
    return out;
  }

  // The one of the name that was listed before, else the one that is surely the same.
  std::int64_t of_name(const Sketch& sketch, const ListedPerson& listed) {
    std::int64_t best = 0;
    double score = 0;
    Sketch asked = sketch;
    asked.listed = false;  // that it is listed is no ground to think that one there is meant
    for (const std::int64_t person : candidates(sketch)) {
      const Sketch known = stored_sketch(db_, person);
      if (is_another(person, listed)) continue;
      if (known.listed && fold_name(known.name) == fold_name(sketch.name)) return person;
      const Judgement judgement = judge(known, asked);
      if (judgement.verdict == Verdict::same && judgement.score > score) best = person, score = judgement.score;
    }
    return best;
  }

  // Two identifiers are two people, whatever their names.
  bool is_another(std::int64_t person, const ListedPerson& listed) {
    Query& row = db_.query("SELECT wikidata FROM people WHERE id = $1");
    row.with({person});
    const auto known = row.next() ? row.text_or_none(0) : std::nullopt;
    row.next();
    return known && listed.wikidata && *known != *listed.wikidata;
  }

  Connection& db_;
  Buckets keys_ = person_keys(db_);
  Listed out_;
};

}  // namespace

Listed add_listed(Connection& db, const std::vector<ListedPerson>& list) {
  Transaction transaction(db);
  const Listed out = List(db).add(list);
  transaction.commit();
  return out;
}

}  // namespace sayso::record
