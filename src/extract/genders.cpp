#include "extract/genders.h"

#include <vector>

#include "text/words/pronouns.h"

namespace sayso {
namespace {

struct Votes {
  int female = 0;
  int male = 0;
};

bool may_be_person(const NamedEntity& e) {
  return e.kind == NameKind::person || (e.kind == NameKind::unknown && e.words.size() == 1);
}

// Walks the text once and keeps the persons named in this sentence and the last.
class Walk {
 public:
  Walk(const WordForms& forms, const NameTable& names) : f_(forms), n_(names), votes_(names.entities.size()) {}

  std::vector<Votes> run() {
    for (std::uint32_t t = 0; t < f_.size(); ++t) {
      if (f_.is_quoted(t)) continue;
      if (const std::uint32_t e = n_.entity_at(t); e != kNoEntity) named(t, e);
      else vote(t);
    }
    return std::move(votes_);
  }

 private:
  void named(std::uint32_t t, std::uint32_t e) {
    if (n_.at(t)->all.begin != t || !may_be_person(n_.entities[e])) return;
    const bool lone = e == last_ || f_.sentence(t) > last_sentence_ + 1 || last_ == kNoEntity;
    last_ = lone ? e : kNoEntity - 1;  // two persons: nobody is meant for sure
    last_sentence_ = f_.sentence(t);
  }

  void vote(std::uint32_t t) {
    if (last_ >= votes_.size() || f_.sentence(t) > last_sentence_ + 1) return;
    const auto p = pronoun(f_.folded(t));
    if (!p || p->kind != PronounKind::singular) return;
    (p->gender == Gender::female ? votes_[last_].female : votes_[last_].male) += 1;
  }

  const WordForms& f_;
  const NameTable& n_;
  std::vector<Votes> votes_;
  std::uint32_t last_ = kNoEntity;
  std::uint32_t last_sentence_ = 0;
};

}  // namespace

void learn_genders(const WordForms& forms, NameTable& names) {
  const std::vector<Votes> votes = Walk(forms, names).run();
  for (std::uint32_t e = 0; e < names.entities.size(); ++e) {
    NamedEntity& it = names.entities[e];
    const Votes v = votes[e];
    if (v.female + v.male == 0) continue;
    if (it.kind == NameKind::unknown && v.female + v.male > 1) it.kind = NameKind::person;
    if (it.kind == NameKind::person && v.female + v.male > 1) it.certain = true;
    if (it.gender != Gender::unknown || it.kind != NameKind::person) continue;
    if (v.female > 2 * v.male) it.gender = Gender::female;
    if (v.male > 2 * v.female) it.gender = Gender::male;
  }
}

}  // namespace sayso
