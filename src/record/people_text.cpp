#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>

#include "formats/columns.h"
#include "record/counts_report.h"
#include "record/people_report.h"

namespace sayso::record {
namespace {

constexpr std::size_t kMostBars = 60;

std::string list_of(const std::vector<TextCount>& all, const std::string& without = {}) {
  std::string out;
  for (const auto& [text, count] : all) {
    if (text == without) continue;
    out += fmt::format("{}{}", out.empty() ? "" : ", ", text);
    if (count > 1) out += fmt::format(" ({})", with_commas(count));
  }
  return out;
}

int month_number(const std::string& month) {
  int year = 0, of_year = 1;
  if (month.size() < 7) return -1;
  std::from_chars(month.data(), month.data() + 4, year);
  std::from_chars(month.data() + 5, month.data() + 7, of_year);
  return year * 12 + of_year - 1;
}

// A bar a month, or a year where the months are too many.
std::string bars_of(const std::vector<CountRow>& months) {
  int first = -1, last = -1;
  for (const CountRow& row : months) {
    const int month = month_number(row.keys[0].text);
    if (month < 0) continue;
    first = first < 0 ? month : std::min(first, month);
    last = std::max(last, month);
  }
  if (first < 0 || first == last) return "";
  const int step = static_cast<std::size_t>(last - first) < kMostBars ? 1 : 12;
  if (step == 12) first -= first % 12;
  if (static_cast<std::size_t>((last - first) / step) >= kMostBars) return "";
  std::vector<std::size_t> values(static_cast<std::size_t>((last - first) / step) + 1);
  for (const CountRow& row : months) {
    if (const int month = month_number(row.keys[0].text); month >= 0) values[static_cast<std::size_t>((month - first) / step)] += row.statements;
  }
  const auto name = [&](int month) { return step == 12 ? std::to_string(month / 12) : fmt::format("{}-{:02}", month / 12, month % 12 + 1); };
  return fmt::format("{} {} {}", name(first), bars(values), name(last));
}

}  // namespace

void append_text(std::string& out, const PersonPage& page, const ReportLook& look) {
  std::string line = fmt::format("#{} · {}", page.person.id, page.person.type);
  if (page.gender) line += " · " + *page.gender;
  if (page.wikidata) line += " · " + *page.wikidata;
  out += styled(look, formats::one_line(page.person.name), kBold) + "  " + styled(look, line, kDim) + "\n";
  add_labelled(out, look, "also", list_of(page.names, page.person.name));
  add_labelled(out, look, "roles", list_of(page.roles));
  add_labelled(out, look, "of", list_of(page.bodies));
  add_labelled(out, look, "beside", list_of(page.company));
  std::string merged;
  for (const Person& one : page.merged) merged += fmt::format("{}{} #{}", merged.empty() ? "" : ", ", one.name, one.id);
  add_labelled(out, look, "merged", merged);
  CountTable outlets;
  outlets.rows = page.outlets;
  if (!page.outlets.empty()) append_line(out, outlets, CountBy::outlet, look);
  add_labelled(out, look, "months", bars_of(page.months));
  const CountRow& all = page.counts;
  line = fmt::format("{} in {}", counted(all.statements, "statement"), counted(all.documents, "document"));
  if (all.statements > 0)
    line += fmt::format(": direct {}, mixed {}, indirect {}", share(all.direct, all.statements), share(all.mixed, all.statements), share(all.indirect, all.statements));
  add_labelled(out, look, "said", line);
  out += '\n';
}

void append_text(std::string& out, const std::vector<Joining>& joinings, const ReportLook& look) {
  std::map<std::pair<std::string, std::string>, std::vector<const Joining*>> groups;
  for (const Joining& one : joinings) groups[{one.name, one.reasons}].push_back(&one);
  std::vector<const std::vector<const Joining*>*> order;
  for (const auto& [key, all] : groups) order.push_back(&all);
  std::ranges::stable_sort(order, std::ranges::greater{}, [](const auto* all) { return all->size(); });
  for (const auto* all : order) {
    const Joining& one = *all->front();
    const std::string why = one.reasons.empty() ? "first of the name" : fmt::format("{} ({:.2f})", one.reasons, one.score);
    add_lines(out, look, fmt::format("{} · {}", one.name, counted(all->size(), "document")), 2);
    add_lines(out, look, why, 4, kDim);
    std::string numbers = "documents";
    for (const Joining* each : *all) numbers += fmt::format(" {}", each->document);
    add_lines(out, look, numbers, 4, kDim);
  }
}

void append_text(std::string& out, const Decision& d, const ReportLook& look) {
  std::string line = fmt::format("{}  {}  ", d.id, d.made.substr(0, 10));
  switch (d.action) {
    case Decision::Action::merge: line += fmt::format("merged #{} {} into #{} {}", d.other, d.other_name, d.person, d.person_name); break;
    case Decision::Action::split: line += fmt::format("split #{} {} from #{} {} in documents {}", d.other, d.other_name, d.person, d.person_name, d.details); break;
    case Decision::Action::join: line += fmt::format("found #{} {} to be #{} {}: {}", d.other, d.other_name, d.person, d.person_name, d.details); break;
    case Decision::Action::rename: line += fmt::format("renamed #{} {}", d.person, d.details); break;
  }
  if (d.undone) line += " (undone)";
  add_lines(out, look, line, 0, d.undone ? kDim : kNoStyle);
}

}  // namespace sayso::record
