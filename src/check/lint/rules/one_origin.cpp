// Q051: three outlets are named for the same words, and all have them from one.
#include "check/lint/rules/all.h"
#include "check/lint/rules/cues.h"

namespace sayso::lint {
namespace {

constexpr std::string_view kArchive =
    "Hill Herald, 2026-03-01: “We have never sold a single acre of the river meadows,” Ann Cole told the Hill Herald on Monday.\n"
    "Dale Echo, 2026-03-02: “We have never sold a single acre of the river meadows,” Ann Cole told the Hill Herald.\n"
    "Mere Post, 2026-03-03: “We have never sold a single acre of the river meadows,” Ann Cole told the Hill Herald.";

constexpr Example kExamples[] = {
    {"“We have never sold a single acre of the river meadows,” Ann Cole told the Hill Herald.", "", Style::none, kArchive},
    {"“We have never sold a single acre of the river meadows,” Ann Cole said, according to the Hill Herald, the Dale Echo and the Mere Post.",
     "“We have never sold a single acre of the river meadows,”", Style::none, kArchive},
};

void run(const Draft& draft, Style, Spots& out) {
  for (const Archived& archived : draft.archived()) {
    if (!archived.one_origin) continue;
    out.push_back({draft.quotations()[archived.quotation].span, "the outlets that are named for these words all have them from one: " + *archived.one_origin,
                   "name the one that had them first", {}});
  }
}

}  // namespace

constexpr Rule kOneOrigin = {"Q051", "one origin behind several outlets", "AP and Reuters (sourcing): several reports of one report are one source",
                             {Severity::warning, Severity::warning, Severity::warning, Severity::warning}, run, kExamples};

}  // namespace sayso::lint
