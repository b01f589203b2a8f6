#include "check/lint/archived.h"

#include <algorithm>
#include <set>
#include <string>

#include "check/verify.h"
#include "trace/trace.h"

namespace sayso::lint {
namespace {

constexpr std::uint32_t kLeastWords = 4;  // fewer fit many utterances
constexpr std::size_t kMostWitnesses = 50;
constexpr std::size_t kManyOutlets = 3;

// Whom the draft names; a name, for a description fits nobody of other documents.
std::string speaker_of(const Statement& statement) { return statement.source.name.value_or(std::string()); }

std::set<std::string> names_in(const Extraction& said) {
  std::set<std::string> out;
  for (const Entity& entity : said.entities) {
    out.insert(entity.name);
    out.insert(entity.aliases.begin(), entity.aliases.end());
  }
  return out;
}

// "the Dale Echo" and "Dale Echo" are one outlet.
bool is_named(const std::set<std::string>& names, const std::string& outlet) {
  return names.contains(outlet) || names.contains("the " + outlet) || names.contains("The " + outlet);
}

std::size_t outlets_named(const std::set<std::string>& names, const check::Verification& found) {
  std::set<std::string> outlets;
  for (const check::Finding& finding : found.witnesses) {
    const auto& outlet = finding.witness.source->document.outlet;
    if (outlet && is_named(names, *outlet)) outlets.insert(*outlet);
  }
  return outlets.size();
}

// Where the words come from, if all witnesses have them from one place.
Result<std::optional<std::string>> one_origin(trace::Archive& archive, const std::string& words) {
  trace::Wording wording;
  wording.text = words;
  const auto tracing = trace::trace(archive, wording);
  if (!tracing) return tl::unexpected(tracing.error());
  if (tracing->independent_sources.most > 1) return std::nullopt;
  if (tracing->origin) return tracing->origin;
  return tracing->witnesses.empty() ? std::nullopt : std::optional(trace::outlet_name(tracing->witnesses.front().witness));
}

}  // namespace

Result<std::vector<Archived>> look_up(const Draft& draft, trace::Archive& archive) {
  std::vector<Archived> out;
  const std::set<std::string> names = names_in(draft.said());
  for (std::size_t q = 0; q < draft.quotations().size(); ++q) {
    const Quotation& quotation = draft.quotations()[q];
    const std::int32_t s = draft.statement_of(q);
    if (s < 0 || quotation.parent >= 0 || draft.only_names(q)) continue;
    if (draft.words_in(draft.tokens_in(quotation.inside)) < kLeastWords) continue;
    check::VerifyOptions options;
    options.by = speaker_of(draft.said().statements[static_cast<std::size_t>(s)]);
    options.witnesses = kMostWitnesses;
    options.thorough = false;
    const std::string words(draft.words(quotation.inside));
    auto found = check::verify(archive, words, options);
    if (!found) return tl::unexpected(found.error());
    Archived archived{q, static_cast<std::uint32_t>(s), std::move(*found), {}};
    if (outlets_named(names, archived.found) >= kManyOutlets) {
      auto origin = one_origin(archive, words);
      if (!origin) return tl::unexpected(origin.error());
      archived.one_origin = std::move(*origin);
    }
    out.push_back(std::move(archived));
  }
  return out;
}

}  // namespace sayso::lint
