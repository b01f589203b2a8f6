// The evidence that judge() weighs: names against names, context against context. Weights are log-odds: 0 says nothing,
// +1 and -1 a little, +3 and -3 nearly all. They were set by hand on tests/record/data/identity.txt.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "record/compared.h"
#include "record/sketch.h"

namespace sayso::record {

inline constexpr std::string_view kSideBySide = "named side by side in one document";

struct Evidence {
  double weight = 0.0;
  std::string reason;
};

// What the names say: how well they fit, at most; and what in them cannot be of one person, if anything.
struct NameEvidence {
  Evidence fit;               // no reason: they do not fit
  Evidence against;           // no reason: nothing speaks against
  bool needs_context = true;  // the fit alone is no ground to merge: "Cole", "J. Cole", "John Smith"
};

std::vector<PersonForm> person_forms(const Sketch& sketch);
std::vector<BodyForm> body_forms(const Sketch& sketch);
NameEvidence compare_person_names(const Sketch& a, const std::vector<PersonForm>& xs, const Sketch& b, const std::vector<PersonForm>& ys);
NameEvidence compare_body_names(const std::vector<BodyForm>& xs, const std::vector<BodyForm>& ys);

// Whether a form shares a word with the name: one that does not may be another's, taken for this one in some document.
bool shares_word(std::string_view form, std::string_view name);

// Whether a person of this name may be the one that a document calls so: "Cole" and "Annie Cole" of Ann Cole, not "Bram Cole".
bool may_be_called(std::string_view name, std::string_view form);

// Roles, bodies, company, outlets, years, women and men. In no order; only what says something.
std::vector<Evidence> compare_context(const Sketch& a, const Compared& x, const Sketch& b, const Compared& y, bool common_name);

// A role is "senator", "foreign minister", "mayor of hill": its noun, and its place or an empty view.
std::string_view head_of(std::string_view role);
std::string_view place_of(std::string_view role);
// Fields of work that it belongs to, a bit each; 0 for those that say little ("president", "leader").
std::uint64_t fields_of(std::string_view role);

}  // namespace sayso::record
