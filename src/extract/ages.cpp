#include "extract/ages.h"

#include <algorithm>

#include "text/words/word_set.h"

namespace sayso {
namespace {

constexpr std::uint32_t kBefore = 6;  // tokens from "34-year-old" to the name
constexpr std::uint32_t kNone = kNoEntity;

bool is_age(const WordForms& f, std::uint32_t t) {
  return f.is_number(t) && f.text(t).size() <= 3 && f.text(t).front() != '0';
}

}  // namespace

std::uint32_t age_end(const WordForms& f, std::uint32_t t) {
  const bool years = f.is(t + 2, "year") || f.is(t + 2, "years");
  return is_age(f, t) && f.is(t + 1, "-") && years && f.is(t + 3, "-") && f.is(t + 4, "old") ? t + 5 : t;
}

Ages::Ages(const WordForms& forms, const NameTable& names) : f_(forms) {
  for (std::uint32_t i = 0; i < names.mentions.size(); ++i) {
    const std::uint32_t e = names.entity_of[i];
    const Mention& m = names.mentions[i];
    if (e == kNoEntity || names.entities[e].kind != NameKind::person || m.possessive) continue;
    std::uint32_t at = behind(m);
    if (at == kNone) at = before(m);
    if (at == kNone) continue;
    entries_[f_.folded(at)].push_back({at, e});
    ages_.try_emplace(e, f_.folded(at));
  }
}

// "Ann Cole, 44,", "Ann Cole (44)", "Ann Cole, aged 44", "Ann Cole, who is 44", "Ann Cole, a 44-year-old clerk".
std::uint32_t Ages::behind(const Mention& m) const {
  static const WordSet between("aged age who is was a an the now then");
  static const WordSet ends(", . ) ; and : —");
  std::uint32_t t = m.all.end;
  const bool bare = f_.is(t, ",") || f_.is(t, "(");
  if (!bare && !f_.is(t, "is") && !f_.is(t, "was")) return kNone;
  for (++t; t < m.all.end + 4 && between.contains(f_.folded(t)); ++t) {
  }
  if (age_end(f_, t) != t) return t;
  if (!is_age(f_, t) || f_.text(t).size() > 2) return kNone;
  return ends.contains(f_.folded(t + 1)) || f_.is_mark(t + 1) ? t : kNone;
}

// "the 44-year-old clerk Ann Cole".
std::uint32_t Ages::before(const Mention& m) const {
  for (std::uint32_t t = m.all.begin; t > 0 && t + kBefore > m.all.begin && f_.is_lower(t - 1); --t) {
    if (t >= 5 && age_end(f_, t - 5) == t) return t - 5;
  }
  return kNone;
}

std::uint32_t Ages::who(std::string_view age, std::uint32_t token) const {
  const auto found = entries_.find(age);
  if (found == entries_.end()) return kNoEntity;
  const std::vector<Entry>& list = found->second;
  const auto later = std::ranges::partition_point(list, [&](const Entry& e) { return e.token < token; });
  return later == list.begin() ? list.front().entity : (later - 1)->entity;
}

bool Ages::may_be(std::uint32_t entity, std::string_view age) const {
  const auto found = ages_.find(entity);
  return age.empty() || found == ages_.end() || found->second == age;
}

}  // namespace sayso
