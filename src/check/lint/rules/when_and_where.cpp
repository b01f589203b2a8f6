// Q060: when was it said? Old words in a new story mislead.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <optional>
#include <string>

#include "check/lint/rules/all.h"
#include "check/lint/rules/cues.h"
#include "text/iso_day.h"
#include "text/words/word_set.h"

namespace sayso::lint {
namespace {

constexpr int kOldDays = 30;
constexpr std::uint32_t kReach = 40;  // tokens to either side of a verb

constexpr Example kExamples[] = {
    {"“We will not sell the mill to anybody,” Ann Cole said on Friday.", "", Style::reuters},
    {"“We will not sell the mill to anybody,” Ann Cole said in an interview.", "", Style::reuters},
    {"“We have never sold a single acre of the river meadows,” Ann Cole said on Friday.", "“We have never sold a single acre of the river meadows,”", Style::reuters,
     "Hill Herald, 2025-11-02: “We have never sold a single acre of the river meadows,” Ann Cole said."},
    {"“We will not sell the mill to anybody,” Ann Cole said in January.", "", Style::reuters},
    {"“We will not sell the mill to anybody,” Ann Cole said at the gate of the mill.", "", Style::reuters},
    {"Ann Cole was asked about it. “We will not sell the mill on Friday,” Ann Cole said.", "“We will not sell the mill on Friday,”", Style::reuters},
    {"“We will not sell the mill to anybody,” Ann Cole, who owns it, said.", "“We will not sell the mill to anybody,”", Style::reuters},
    {"“We will not sell the mill to anybody,” Ann Cole said.", "“We will not sell the mill to anybody,”", Style::reuters},
};

const WordSet& days() {
  static const WordSet words(
      "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun today yesterday tonight tomorrow january february "
      "april june july august september october november december jan feb apr aug sept oct nov dec morning afternoon evening night weekend week month year "
      "ago earlier later recently then");
  return words;
}

const WordSet& places() {
  static const WordSet words("at in outside inside near during after before from aboard over by via on");
  return words;
}

// "march", "may" and years are times behind "in", "since" and the like, or beside a number.
bool is_time(const WordForms& forms, std::uint32_t t) {
  if (days().contains(forms.folded(t))) return true;
  const bool month = forms.is_capital(t) && (forms.is(t, "march") || forms.is(t, "may"));
  const bool year = forms.is_number(t) && forms.text(t).size() == 4;
  if (!month && !year) return false;
  const auto leads = [&](std::string_view word) { return t > 0 && forms.is(t - 1, word); };
  return leads("in") || leads("on") || leads("since") || leads("of") || leads("last") || leads("this") || leads("early") || leads("late") ||
         (month && (forms.is_number(t + 1) || (t > 0 && forms.is_number(t - 1))));
}

// Whether the writer's own words beside the verb name a time, or lead to a place or an occasion: "said in January", "said at the gate".
bool tells_when_or_where(const Draft& draft, const Statement& statement) {
  const WordForms& forms = draft.forms();
  const std::uint32_t verb = draft.cue_verb(statement);
  if (verb >= forms.size() || forms.is_quoted(verb)) return false;
  const std::uint32_t begin = verb - std::min(verb, kReach), end = std::min(forms.size(), verb + kReach);
  for (std::uint32_t t = begin; t < end; ++t) {
    if (forms.sentence(t) != forms.sentence(verb) || forms.paragraph(t) != forms.paragraph(verb)) continue;
    if (forms.is_quoted(t) || draft.told(t)) continue;
    if (is_time(forms, t)) return true;
    if (t > verb && places().contains(forms.folded(t)) && forms.is_word(t + 1) && !draft.told(t + 1)) return true;
  }
  return false;
}

// Whether any statement of the document says on which day or by which way its words came.
bool is_placed(const Draft& draft) {
  for (const Statement& statement : draft.said().statements) {
    if (statement.said_at || statement.channel || !statement.via.empty() || tells_when_or_where(draft, statement)) return true;
  }
  return false;
}

// The first quotation in marks of the story itself, to which the finding on the whole document is tied.
const Quotation* first_speech(const Draft& draft) {
  for (std::size_t q = 0; q < draft.quotations().size(); ++q) {
    const std::int32_t s = draft.statement_of(q);
    const Quotation& quotation = draft.quotations()[q];
    if (s < 0 || draft.only_names(q) || draft.title().contains(draft.token_at(quotation.span.begin))) continue;
    if (draft.said().statements[static_cast<std::size_t>(s)].kind == Kind::direct) return &quotation;
  }
  return nullptr;
}

void find_unplaced(const Draft& draft, Spots& out) {
  if (is_placed(draft)) return;
  const Quotation* quotation = first_speech(draft);
  if (quotation == nullptr) return;
  out.push_back({quotation->span, "the story never says when, where or how anything in it was said", "say it once: on which day, to whom, by which way", {}});
}

constexpr std::string_view kSayHowOld = "make sure that the reader sees how old these words are";

void find_old(const Draft& draft, std::chrono::sys_days published, Spots& out) {
  for (const Statement& statement : draft.said().statements) {
    const auto said = statement.said_at ? iso_day(statement.said_at->date) : std::nullopt;
    if (!said || statement.content.empty() || statement.kind != Kind::direct) continue;
    const auto days = (published - std::chrono::sys_days(*said)).count();
    if (days > kOldDays) out.push_back({statement.content.spans.front(), fmt::format("said {} days before the story", days), std::string(kSayHowOld), {}});
  }
}

// The first day on which an archive has the words; nothing where no document of it is dated.
std::optional<std::chrono::sys_days> first_day(const check::Verification& found) {
  std::optional<std::chrono::sys_days> out;
  for (const check::Finding& finding : found.witnesses) {
    const auto& published = finding.witness.source->document.published;
    const auto day = published && finding.verdict <= check::Verdict::elided ? iso_day(*published) : std::nullopt;
    if (day && (!out || std::chrono::sys_days(*day) < *out)) out = std::chrono::sys_days(*day);
  }
  return out;
}

void find_old_in_archive(const Draft& draft, std::chrono::sys_days published, Spots& out) {
  for (const Archived& archived : draft.archived()) {
    const auto first = first_day(archived.found);
    const auto days = first ? (published - *first).count() : 0;
    if (days <= kOldDays) continue;
    out.push_back({draft.quotations()[archived.quotation].span, fmt::format("the record has these words since {} days before the story", days),
                   std::string(kSayHowOld), {}});
  }
}

void run(const Draft& draft, Style, Spots& out) {
  find_unplaced(draft, out);
  const auto published = draft.document().published ? iso_day(*draft.document().published) : std::nullopt;
  if (!published) return;
  find_old(draft, *published, out);
  find_old_in_archive(draft, *published, out);
}

}  // namespace

constexpr Rule kWhenAndWhere = {"Q060", "no day or occasion, or an old one", "Reuters (attribution): say when, where and how somebody spoke",
                                {Severity::note, Severity::note, Severity::warning, Severity::note}, run, kExamples};

}  // namespace sayso::lint
