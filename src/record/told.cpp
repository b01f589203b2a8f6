#include "record/told.h"

#include <algorithm>
#include <numeric>

#include "record/stored.h"
#include "record/word_index.h"
#include "record/words.h"

namespace sayso::record {
namespace {

constexpr std::int64_t kWorth = 300;        // entries of the index that are read rather than one statement
constexpr std::size_t kMostLookedAt = 300;  // statements

struct Wanted {
  std::string stem;
  Condition condition;
  std::int64_t frequency = 0;  // of the form that was asked for; inflections add some
  double weight = 0;
};

// One of each stem, the rarest first.
std::vector<Wanted> rarest_first(Connection& db, const std::vector<WantedWord>& words) {
  std::vector<Wanted> out;
  Stemmer stemmer;
  Query& count = db.query("SELECT statements FROM words WHERE word = $1");
  for (const WantedWord& one : words) {
    std::vector<std::string> folded = words_of(one.word);
    if (folded.empty()) continue;
    std::string stem(stemmer.of(folded.front()));
    if (std::ranges::find(out, stem, &Wanted::stem) != out.end()) continue;
    Wanted wanted{std::move(stem), {}, count.number({std::string_view(folded.front())}).value_or(0), one.weight};
    wanted.condition.add({folded.size() > 1 ? Term::Match::phrase : Term::Match::word, std::move(folded)});
    out.push_back(std::move(wanted));
  }
  std::ranges::stable_sort(out, {}, &Wanted::frequency);
  return out;
}

struct Candidate {
  std::int64_t statement = 0;
  double weight = 0;  // of the words that it is known to have
};

// Both in ascending order. New ones come in only where `open`.
std::vector<Candidate> with_word(const std::vector<Candidate>& before, const std::vector<std::int64_t>& having,
                                 double weight, bool open) {
  std::vector<Candidate> out;
  auto one = before.begin();
  for (const std::int64_t id : having) {
    while (one != before.end() && one->statement < id) out.push_back(*one++);
    if (one != before.end() && one->statement == id)
      out.push_back({id, one++->weight + weight});
    else if (open)
      out.push_back({id, weight});
  }
  out.insert(out.end(), one, before.end());
  return out;
}

// Whoever has `least` of the weight has one of any words that weigh more than the rest: the rarest such words are
// looked up, and of the others those that leave so many fewer statements to read that it is worth it.
std::vector<Candidate> candidates(Connection& db, const std::vector<Wanted>& words, double left, double least) {
  const auto index = word_index(db);
  std::vector<Candidate> out;
  for (const Wanted& word : words) {
    const bool open = left >= least;
    if (!open && word.frequency > kWorth * static_cast<std::int64_t>(out.size())) break;
    out = with_word(out, index->find_all(word.condition, kAnyStatement), word.weight, open);
    left -= word.weight;
    std::erase_if(out, [&](const Candidate& c) { return c.weight + left < least; });
  }
  std::ranges::stable_sort(out, std::ranges::greater{}, &Candidate::weight);
  return out;
}

double weight_in(std::string_view content, const std::vector<Wanted>& words, Stemmer& stemmer) {
  std::vector<bool> there(words.size());
  for (WordScanner scanner(content); scanner.next();) {
    const auto found = std::ranges::find(words, stemmer.of(scanner.word()), &Wanted::stem);
    if (found != words.end()) there[static_cast<std::size_t>(found - words.begin())] = true;
  }
  double out = 0;
  for (std::size_t i = 0; i < words.size(); ++i) out += there[i] ? words[i].weight : 0;
  return out;
}

}  // namespace

std::vector<Told> told_like(Connection& db, const std::vector<WantedWord>& wanted, double share, std::size_t most) {
  const std::vector<Wanted> words = rarest_first(db, wanted);
  const double all =
      std::transform_reduce(words.begin(), words.end(), 0.0, std::plus<>(), [](const Wanted& w) { return w.weight; });
  std::vector<Candidate> found = candidates(db, words, all, share * all);
  found.resize(std::min(found.size(), kMostLookedAt));
  std::vector<std::pair<double, Told>> ranked;
  Stemmer stemmer;
  Contents contents(db);
  Query& row = db.query(
      "SELECT s.document, s.id - d.first_statement FROM statements s JOIN documents d ON d.id = s.document AND "
      "d.latest = 1 "
      "WHERE s.id = $1 AND s.kind <> $2");
  for (const Candidate& one : found) {
    row.with({one.statement, static_cast<std::int64_t>(Kind::direct)});
    if (!row.next()) continue;
    const StatementPlace place{row.integer(0), static_cast<std::uint32_t>(row.integer(1))};
    row.next();
    const std::string content(contents.of(place.document, one.statement));
    const double weight = weight_in(content, words, stemmer);
    if (weight >= share * all) ranked.push_back({weight, {place, content}});
  }
  std::ranges::stable_sort(ranked, std::ranges::greater{}, [](const auto& one) { return one.first; });
  std::vector<Told> out;
  for (auto& [weight, told] : ranked)
    if (out.size() < most) out.push_back(std::move(told));
  return out;
}

}  // namespace sayso::record
