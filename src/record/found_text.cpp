#include <fmt/format.h>

#include <algorithm>

#include "formats/columns.h"
#include "formats/labels.h"
#include "record/found_report.h"

namespace sayso::record {
namespace {

constexpr std::size_t kIndent = 2, kInner = 4;
constexpr std::size_t kCalled = 32;  // columns of "(she)", "(the chief executive of …)"
constexpr std::size_t kShown = 5;    // people of one name, outlets of copies

std::string people_of(const Understood& who) {
  std::string out;
  for (std::size_t i = 0; i < who.people.size() && i < kShown; ++i) {
    const Person& one = who.people[i];
    out += fmt::format("{}{} #{} ({})", i > 0 ? ", " : "", one.name, one.id, with_commas(one.statements));
  }
  if (who.people.size() > kShown) out += fmt::format(" and {} more", who.people.size() - kShown);
  return out;
}

std::string outlets_of(const Hit& hit) {
  std::vector<std::string> names;
  for (const Copy& copy : hit.copies) {
    const std::string name = copy.outlet.value_or("another document");
    if (std::ranges::find(names, name) == names.end()) names.push_back(name);
  }
  std::string out;
  for (std::size_t i = 0; i < names.size() && i < kShown; ++i) out += (i > 0 ? ", " : "") + names[i];
  if (names.size() > kShown) out += fmt::format(" and {} more", names.size() - kShown);
  return out.empty() ? out : fmt::format("also in {} ({})", out, counted(hit.copies.size(), "document"));
}

// "Ann Cole (she) → reporters" with outlet and day at the right, or on a line of their own.
void add_who(std::string& out, const Hit& hit, const ReportLook& look) {
  const std::string name = hit.person && hit.said.source.entities.size() < 2 ? formats::one_line(hit.person->name) : formats::name_for_people(hit.said.source);
  std::string rest = formats::clipped(formats::called_in_text(hit.said.source), kCalled);
  if (!rest.empty()) rest = " (" + rest + ")";
  if (hit.said.addressee) rest += " → " + formats::name_for_people(*hit.said.addressee);
  std::string place = hit.head.outlet ? formats::one_line(*hit.head.outlet) : "";
  formats::add_to_line(place, hit.head.published.value_or(""));
  const std::size_t used = kIndent + formats::columns_of(name + rest), wide = formats::columns_of(place);
  if (used > look.width) {
    add_lines(out, look, name + rest, kIndent, kBold);
    return add_lines(out, look, place, kInner, kDim);
  }
  out.append(kIndent, ' ').append(styled(look, name, kBold)).append(rest);
  const bool fits = used + 2 + wide <= look.width;
  if (fits && wide > 0) out.append(look.width - used - wide, ' ').append(styled(look, place, kDim));
  out += '\n';
  if (!fits) add_lines(out, look, place, kInner, kDim);
}

}  // namespace

void append_heading(std::string& out, const Search& request, const SearchResult& found, const ReportLook& look) {
  for (const Understood& who : found.who) {
    if (who.people.empty()) continue;
    if (who.similar) add_lines(out, look, fmt::format("nobody is called {}; similar: {}", who.asked, people_of(who)), 0);
    else if (who.people.size() > 1) add_lines(out, look, fmt::format("{} may be {}; a number chooses one", who.asked, people_of(who)), 0);
  }
  for (const auto& [typed, used] : found.corrected) add_lines(out, look, fmt::format("showing results for “{}”; nobody used “{}”", used, typed), 0);
  for (const std::string& note : found.notes) add_lines(out, look, note, 0);
  if (found.total == 0) return;
  const bool best = request.order == Search::Order::best && !request.filter.query.empty();
  std::string line = (found.at_least ? "more than " : "") + counted(found.total, "statement");
  line += !best ? ", newest first" : found.ranked < found.total ? fmt::format("; the best of {} first", with_commas(found.ranked)) : ", best first";
  add_lines(out, look, line, 0, kDim);
  out += '\n';
}

void append_text(std::string& out, const Hit& hit, const ReportLook& look) {
  add_who(out, hit, look);
  add_lines(out, look, formats::circumstances_for_people(hit.said), kInner, kDim);
  add_marked(out, look, hit.said.content.text, hit.marks, kInner);
  std::string below = fmt::format("#{}", hit.statement);
  if (hit.head.title) formats::add_to_line(below, formats::one_line(*hit.head.title));
  add_lines(out, look, below, kInner, kDim);
  if (hit.head.url) out.append(kInner, ' ').append(styled(look, formats::one_line(*hit.head.url), kDim)).append("\n");
  if (const std::string outlets = outlets_of(hit); !outlets.empty()) add_lines(out, look, outlets, kInner, kDim);
  out += '\n';
}

void append_end(std::string& out, const Search& request, const SearchResult& found, const ReportLook& look) {
  if (request.limit == 0 || found.next.empty()) return;
  add_lines(out, look, fmt::format("{} shown of {}{}; more: --after {}", counted(found.items.size(), "result"), found.at_least ? "more than " : "",
                                   counted(found.total, "statement"), found.next), 0, kDim);
}

}  // namespace sayso::record
