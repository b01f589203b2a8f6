#include "record/identity.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <cmath>

#include "record/identity_parts.h"
#include "record/names.h"

namespace sayso::record {
namespace {

constexpr double kSure = 0.9;       // log-odds from which they are the same, and under minus which they are not
constexpr double kContext = 0.9;    // what the context must say where the names alone are no ground
constexpr double kNoContext = -0.8; // of names that need context and have none

Hashes hashes_of(const Counts& counts) {
  Hashes out;
  for (; out.size < std::min(counts.size(), kMaxCounts); ++out.size) out.of[out.size] = compared_hash(counts[out.size].text);
  return out;
}

// Of all that forms are made from.
std::uint64_t hash_of_names(const Sketch& sketch) {
  std::uint64_t out = XXH3_64bits_withSeed(sketch.name.data(), sketch.name.size(), sketch.listed ? 2 : 1);
  for (const Counts* list : {&sketch.forms, &sketch.other_names}) {
    for (const Counted& form : *list) out = XXH3_64bits_withSeed(form.text.data(), form.text.size(), out);
    out += list->size();
  }
  return out;
}

bool is_body(SourceType type) { return type == SourceType::organization || type == SourceType::group || type == SourceType::document; }

Judgement make(double weight, Verdict verdict, std::vector<std::string> reasons) {
  return {verdict, 1.0 / (1.0 + std::exp(-weight)), std::move(reasons)};
}

Judgement weigh(NameEvidence names, std::vector<Evidence> context) {
  double sum = names.fit.weight, speaks_for = 0.0;
  for (const Evidence& found : context) sum += found.weight, speaks_for += std::max(found.weight, 0.0);
  const bool lacks = names.needs_context && speaks_for < kContext;
  if (lacks) sum += kNoContext;
  std::ranges::stable_sort(context, std::ranges::greater{}, [](const Evidence& found) { return std::abs(found.weight); });
  std::vector<std::string> reasons{std::move(names.fit.reason)};
  for (Evidence& found : context) reasons.push_back(std::move(found.reason));
  if (lacks) reasons.emplace_back("no shared context");
  if (lacks) sum = std::min(sum, kSure - 0.1);
  return make(sum, sum >= kSure ? Verdict::same : sum <= -kSure ? Verdict::different : Verdict::unsure, std::move(reasons));
}

}  // namespace

std::string_view name_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::different: return "different";
    case Verdict::unsure: return "unsure";
    case Verdict::same: return "same";
  }
  return {};
}

std::uint32_t compared_hash(std::string_view text) { return static_cast<std::uint32_t>(XXH3_64bits(text.data(), text.size())); }

void renew(Compared& out, const Sketch& sketch) {
  if (const std::uint64_t names = hash_of_names(sketch); names != out.made_from) {
    out.made_from = names;
    out.folded = fold_name(sketch.name);
    if (is_body(sketch.type)) out.body = body_forms(sketch);
    else out.person = person_forms(sketch);
  }
  out.bodies = hashes_of(sketch.bodies);
  out.company = hashes_of(sketch.company);
  out.outlets = hashes_of(sketch.outlets);
}

Compared compared(const Sketch& sketch) {
  Compared out;
  renew(out, sketch);
  return out;
}

Judgement judge(const Sketch& person, const Sketch& mention) { return judge(person, compared(person), mention, compared(mention)); }

Judgement judge(const Sketch& person, const Compared& known, const Sketch& mention, const Compared& found) {
  if (person.name.empty() || mention.name.empty()) return make(-4.0, Verdict::different, {"no name"});
  const bool body = is_body(person.type);
  if (body != is_body(mention.type)) return make(-6.0, Verdict::different, {"a person against a body"});
  if (body && person.type != mention.type && (person.type == SourceType::document || mention.type == SourceType::document))
    return make(-6.0, Verdict::different, {"a document against a body"});
  NameEvidence names = body ? compare_body_names(known.body, found.body) : compare_person_names(person, known.person, mention, found.person);
  if (!names.against.reason.empty()) return make(names.against.weight, Verdict::different, {std::move(names.against.reason)});
  if (names.fit.reason.empty()) return make(-5.0, Verdict::different, {"different names"});
  const bool common = names.fit.weight < 1.0;
  std::vector<Evidence> context = compare_context(person, known, mention, found, common);
  // Father and son, where some document names both.
  const auto beside = std::ranges::find(context, kSideBySide, &Evidence::reason);
  if (beside != context.end() && person.suffix.empty() != mention.suffix.empty())
    return make(-5.0, Verdict::different, {std::string(kSideBySide) + ", one without a suffix"});
  return weigh(std::move(names), std::move(context));
}

}  // namespace sayso::record
