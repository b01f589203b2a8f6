#include "read/plain.h"

#include <algorithm>
#include <array>
#include <optional>

#include "read/dates.h"

namespace sayso {
namespace {

using namespace std::literals;

constexpr int kTopLines = 6;               // lines with words in them that may be headline, byline or date
constexpr std::size_t kTitleBytes = 160;
constexpr std::size_t kDateLineBytes = 120;
constexpr std::size_t kDatelineBytes = 120;  // how far into a paragraph its dateline may reach

struct Line {
  std::string_view text;  // without white space around
  bool blank_after = false;
};

std::string_view trimmed(std::string_view text) {
  constexpr auto kSpace = " \t\r\f\v"sv;
  const auto begin = text.find_first_not_of(kSpace);
  if (begin == text.npos) return {};
  return text.substr(begin, text.find_last_not_of(kSpace) - begin + 1);
}

std::vector<Line> top_lines(std::string_view text) {
  std::vector<Line> lines;
  std::size_t at = 0;
  while (at < text.size()) {
    const auto end = std::min(text.find_first_of("\r\n", at), text.size());
    const auto line = trimmed(text.substr(at, end - at));
    at = end + (text.substr(end).starts_with("\r\n") ? 2 : 1);
    if (line.empty()) {
      if (!lines.empty()) lines.back().blank_after = true;
    } else if (lines.size() == kTopLines) {
      break;
    } else {
      lines.push_back({line, false});
    }
  }
  return lines;
}

bool ends_sentence(std::string_view line) {
  for (const auto mark : {"\""sv, "'"sv, "”"sv, "’"sv, ")"sv}) {
    if (line.ends_with(mark)) line.remove_suffix(mark.size());
  }
  return line.ends_with('.') || line.ends_with("…");
}

bool is_lower_word(std::string_view word) { return word[0] >= 'a' && word[0] <= 'z'; }

// Words in small letters that stand beside a date: "Published on Wednesday 20 November 2024 at 10.15 am".
bool belongs_to_date(std::string_view word) {
  constexpr std::array kWords = {"at"sv,  "on"sv,   "by"sv,     "am"sv,       "pm"sv,      "posted"sv, "published"sv, "updated"sv,
                                 "last"sv, "the"sv, "modified"sv, "min"sv,    "mins"sv,    "read"sv,   "first"sv,     "am"sv,
                                 "den"sv, "le"sv,   "um"sv,     "uhr"sv,      "h"sv,       "a"sv,      "p"sv,         "m"sv,
                                 "et"sv,  "for"sv, "and"sv, "in"sv, "ago"sv,  "edited"sv, "filed"sv,    "printed"sv, "issued"sv,
                                 "magazine"sv, "edition"sv, "newsletter"sv, "staff"sv, "online"sv, "issue"sv};
  return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

// Nothing but labels, names, times and marks: no running text.
bool only_labels(std::string_view rest) {
  if (rest.size() > 60) return false;
  for (std::size_t at = 0; at < rest.size();) {
    const auto end = std::min(rest.find_first_of(" .,:;|/()-\t", at), rest.size());
    const auto word = rest.substr(at, end - at);
    at = end + 1;
    if (!word.empty() && is_lower_word(word) && !belongs_to_date(word)) return false;
  }
  return true;
}

// "— Roz Tempest (@roz) July 7, 2025": a post's day is not that of the text around it.
bool signs_post(std::string_view line) {
  return line.starts_with("—") || line.find("(@") != line.npos;
}

bool is_byline(std::string_view line) {
  if (line.size() > 160) return false;
  for (const auto by : {"By "sv, "BY "sv, "by "sv, "Von "sv, "Par "sv}) {
    if (line.starts_with(by)) return true;
  }
  return false;
}

std::optional<std::string> date_line(std::string_view line) {
  if (line.size() > kDateLineBytes || signs_post(line)) return {};
  const auto date = find_date(line);
  if (!date) return {};
  const bool before = is_byline(line) || only_labels(line.substr(0, date->begin));
  return before && only_labels(line.substr(date->end)) ? std::optional(date->iso) : std::nullopt;
}

bool begins_with_place(std::string_view text) {
  std::size_t capitals = 0;
  for (const char c : text) {
    if (c >= 'a' && c <= 'z') break;
    capitals += c >= 'A' && c <= 'Z';
    if (c == ',' || c == '(') break;
  }
  return capitals >= 3;
}

// "LONDON, March 3, 2024 (Reuters) - ": what stands before the dash, or nothing if the paragraph has no such beginning.
std::string_view dateline(std::string_view line) {
  const auto head = line.substr(0, kDatelineBytes);
  std::size_t dash = head.npos;
  for (const auto mark : {" - "sv, " -- "sv, " – "sv, " — "sv, ")- "sv, ")—"sv, ") —"sv, "—"sv}) {
    const auto found = head.find(mark);
    if (found < dash) dash = mark[0] == ')' ? found + 1 : found;
  }
  if (dash == head.npos) return {};
  const auto before = head.substr(0, dash);
  return before.starts_with('(') || begins_with_place(before) ? before : std::string_view();
}

// The agency in brackets that ends a dateline.
std::optional<std::string> credit(std::string_view dateline) {
  dateline = trimmed(dateline);
  const auto open = dateline.rfind('(');
  if (open == dateline.npos || !dateline.ends_with(')')) return {};
  const auto name = dateline.substr(open + 1, dateline.size() - open - 2);
  const bool plausible = name.size() >= 2 && name.size() <= 40 && name[0] >= 'A' && name[0] <= 'Z' &&
                         name.find_first_of("0123456789") == name.npos;
  return plausible ? std::optional<std::string>(name) : std::nullopt;
}

bool is_title(const std::vector<Line>& lines) {
  if (lines.size() < 2) return false;
  const auto line = lines[0].text;
  if (line.size() > kTitleBytes || ends_sentence(line) || is_byline(line) || date_line(line)) return false;
  if (!dateline(line).empty() && credit(dateline(line))) return false;
  return lines[0].blank_after || date_line(lines[1].text).has_value() || is_byline(lines[1].text);
}

void read_line(Document& document, std::string_view line) {
  if (!document.published) document.published = date_line(line);
  if (document.authors.empty() && is_byline(line)) {
    document.authors = names_of_byline(line.substr(line[0] == 'V' || line[0] == 'P' ? 4 : 3));
  }
  const auto head = dateline(line);
  if (head.empty()) return;
  if (!document.published) {
    if (const auto date = find_date(head)) document.published = date->iso;
  }
  if (!document.outlet) document.outlet = credit(head);
}

}  // namespace

void read_top(Document& document) {
  const auto lines = top_lines(document.text);
  const bool titled = is_title(lines);
  if (titled && !document.title) document.title = lines[0].text;
  for (std::size_t i = titled ? 1 : 0; i < lines.size(); ++i) read_line(document, lines[i].text);
}

}  // namespace sayso
