#include "record/people_finder.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "record/names.h"
#include "record/packer.h"
#include "record/people_store.h"
#include "record/sketch_pack.h"
#include "record/spelling.h"
#include "record/word_index.h"
#include "record/words.h"

namespace sayso::record {
namespace {

constexpr std::size_t kMostCalled = 4000;  // people who are looked at for one name
constexpr std::size_t kMostSimilar = 5;

std::string plain(std::string_view name) { return fold_name(without_titles(name)); }

// What names_text() gives.
template <class Use>
void each_line(std::string_view names, Use use) {
  while (!names.empty()) {
    const std::size_t end = names.find('\n');
    use(names.substr(0, end));
    names.remove_prefix(end == names.npos ? names.size() : end + 1);
  }
}

// Every word of `asked` is near one of the name.
bool is_similar(const std::vector<std::string>& asked, std::string_view folded_name) {
  const std::vector<std::string> words = split_words(folded_name);
  if (words.size() < asked.size()) return false;
  return std::ranges::all_of(asked, [&](const std::string& word) {
    const unsigned limit = slips_in(word.size());
    return std::ranges::any_of(words, [&](const std::string& one) { return edit_distance(word, one, limit) <= limit; });
  });
}

}  // namespace

std::int64_t number_in(std::string_view asked) {
  if (asked.starts_with('#')) asked.remove_prefix(1);
  std::int64_t out = 0;
  const auto [end, error] = std::from_chars(asked.data(), asked.data() + asked.size(), out);
  return error == std::errc() && end == asked.data() + asked.size() && out > 0 ? out : 0;
}

std::int64_t PeopleFinder::root(std::int64_t person) {
  Query& row = db_.query("SELECT coalesce(merged_into, id) FROM people WHERE id = $1");
  row.with({person});
  if (!row.next()) return 0;
  const std::int64_t out = row.integer(0);
  row.next();
  return out;
}

std::int64_t PeopleFinder::number(std::string_view asked) {
  const std::int64_t typed = number_in(asked), found = typed > 0 ? root(typed) : 0;
  if (found == 0) throw SqlFailure(ErrorCode::bad_argument, fmt::format("nobody has the number '{}'; `sayso who` lists them", asked));
  return found;
}

std::vector<std::int64_t> PeopleFinder::merged(std::int64_t person) {
  std::vector<std::int64_t> out{person};
  Query& row = db_.query("SELECT id FROM people WHERE merged_into = $1 ORDER BY id");
  for (row.with({person}); row.next();) out.push_back(row.integer(0));
  return out;
}

Person PeopleFinder::known(std::int64_t person) {
  Person out;
  Query& row = db_.query("SELECT name, type FROM people WHERE id = $1");
  row.with({person});
  if (!row.next()) return out;
  out = {person, std::string(row.text(0)), std::string(row.text(1)), 0};
  row.next();
  Query& count =
      db_.query("SELECT CAST(coalesce(sum(statements), 0) AS BIGINT) FROM person_documents WHERE person = $1");
  for (const std::int64_t one : merged(person)) {
    count.with({one});
    if (count.next()) out.statements += static_cast<std::size_t>(count.integer(0));
  }
  return out;
}

Understood PeopleFinder::find(const std::string& asked) {
  Understood out;
  out.asked = asked;
  if (number_in(asked) > 0) {
    out.people.push_back(known(number(asked)));
    return out;
  }
  std::vector<std::int64_t> ids = called(asked);
  out.similar = ids.empty();
  if (ids.empty()) ids = similar(asked);
  for (const std::int64_t id : ids) out.people.push_back(known(id));
  std::ranges::stable_sort(out.people, std::ranges::greater{}, &Person::statements);
  // Those who only appear are of interest where nobody of the name speaks.
  if (!out.people.empty() && out.people.front().statements > 0)
    std::erase_if(out.people, [](const Person& one) { return one.statements == 0; });
  out.people.resize(std::min(out.people.size(), out.similar ? kMostSimilar : kMostMeant));
  return out;
}

std::vector<std::int64_t> PeopleFinder::called(const std::string& asked) {
  const std::string name = plain(asked);
  std::vector<std::int64_t> exactly, holding;
  Query& row = db_.query("SELECT coalesce(merged_into, id), name, sketch FROM people WHERE id = $1");
  for (const std::int64_t id : word_index(db_)->people_called(words_of(without_titles(asked)), kMostCalled)) {
    row.with({id});
    if (!row.next()) continue;
    const std::int64_t person = row.integer(0);
    bool equal = plain(row.text(1)) == name;
    each_line(names_text(row.text(1), unpack_sketch(db_.packer().unpack(row.bytes(2)))), [&](std::string_view form) { equal = equal || plain(form) == name; });
    auto& list = equal ? exactly : holding;
    if (std::ranges::find(list, person) == list.end()) list.push_back(person);
    row.next();
  }
  return exactly.empty() ? holding : exactly;
}

std::vector<std::int64_t> PeopleFinder::similar(const std::string& asked) {
  const std::vector<std::string> words = split_words(plain(asked));
  std::vector<std::int64_t> out;
  if (words.empty()) return out;
  Query& row = db_.query("SELECT coalesce(merged_into, id), name FROM people ORDER BY id");
  for (row.with({}); row.next();) {
    if (is_similar(words, fold_name(row.text(1))) && out.size() < kMostCalled && std::ranges::find(out, row.integer(0)) == out.end())
      out.push_back(row.integer(0));
  }
  return out;
}

}  // namespace sayso::record
