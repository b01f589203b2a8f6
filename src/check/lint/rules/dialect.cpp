// Q013: spellings that mock how somebody speaks.
#include "check/lint/rules/all.h"
#include "check/lint/rules/cues.h"
#include "text/words/word_set.h"

namespace sayso::lint {
namespace {

constexpr Example kExamples[] = {
    {"“We are going to fight,” Cole said.", "", Style::ap},
    {"“We’re gonna fight,” Cole said.", "gonna", Style::ap},
    {"Cole was gonna fight.", "", Style::ap},
};

const WordSet& spellings() {
  static const WordSet words(
      "gonna wanna gotta kinda sorta outta lotta coulda woulda shoulda musta dunno lemme gimme whatcha gotcha ya yer yeh cuz coz nuthin somethin "
      "nothin goin doin comin sayin tryin workin talkin lookin gettin livin dat dis dem dose wit da");
  return words;
}

void run(const Draft& draft, Style, Spots& out) {
  for (std::uint32_t t = 0; t < draft.forms().size(); ++t) {
    if (!draft.forms().is_quoted(t) || draft.forms().is_capital(t) || !spellings().contains(draft.forms().folded(t))) continue;
    out.push_back({span_of_token(draft, t), in_marks(draft.forms().text(t)) + " spells how it was spoken",
                   "the dictionary’s spelling, or a paraphrase, unless the way of speaking is the news", {}});
  }
}

}  // namespace

constexpr Rule kDialect = {"Q013", "dialect spelling in a quotation", "AP (quotations in the news: no gonna, wanna, unless it matters)",
                           {Severity::note, Severity::warning, Severity::note, Severity::note}, run, kExamples};

}  // namespace sayso::lint
