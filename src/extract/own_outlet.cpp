#include "extract/own_outlet.h"

#include <algorithm>

#include "extract/resolve.h"
#include "text/words/given_names.h"
#include "text/words/organization_words.h"
#include "text/words/place_names.h"
#include "text/words/word_set.h"

namespace sayso {
namespace {

constexpr int kHeadLines = 7;            // lines with words in them: headline, byline, date and the first paragraphs
constexpr std::size_t kLineBytes = 120;  // longer ones are running text
constexpr std::size_t kPartBytes = 4;    // letters of a short form: "Post"

std::string letters(std::string_view name) {
  std::string out;
  for (const char c : name) {
    if (c >= 'A' && c <= 'Z')
      out += static_cast<char>(c + 32);
    else if ((c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80)
      out += c;
  }
  const bool article = name.starts_with("the ") || name.starts_with("The ") || name.starts_with("THE ");
  return article ? out.substr(3) : out;
}

std::string_view trimmed(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t\r");
  return begin == text.npos ? std::string_view() : text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1);
}

// "The New York Times" -> "nyt" before the last word: how "nytimes" and "wsj" are made.
bool is_host_of(const std::string& host, std::string_view name, const std::string& own) {
  if (host == own || host == own + "news" || host == "the" + own) return true;
  if (own.size() >= kPartBytes && (host.ends_with(own) || host.starts_with(own))) return true;
  std::string initials, last;
  for (std::size_t at = name.starts_with("the ") || name.starts_with("The ") ? 4 : 0; at < name.size();) {
    const std::size_t end = std::min(name.find(' ', at), name.size());
    if (!last.empty()) initials += last[0];
    last = letters(name.substr(at, end - at));
    at = end + 1;
  }
  return !initials.empty() && !last.empty() && (host == initials + last || host == initials + last[0]);
}

bool begins_capital(std::string_view text) {
  return !text.empty() && ((text[0] >= 'A' && text[0] <= 'Z') || static_cast<unsigned char>(text[0]) >= 0x80);
}

// "Calder Wire", "Feedback Loop" in the head of a text: some words with capitals that are no day and no person.
bool is_title_of_outlet(std::string_view part) {
  static const WordSet small("of and the for in on &");
  static const WordSet others("By Posted Updated Published Live Exclusive Opinion");
  if (part.find_first_of("0123456789:.?!'\"") != part.npos || !begins_capital(part)) return false;
  int words = 0;
  bool first = true, fits = true;
  for_each_word(part, [&](std::string_view word) {
    const std::string low = letters(word);
    const bool upper = word.size() > 1 && word[1] >= 'A' && word[1] <= 'Z';
    if (first && (others.contains(word) || is_given_name(low))) fits = false;
    if (is_calendar_word(low) || upper || (!begins_capital(word) && !small.contains(word))) fits = false;
    first = false, ++words;
  });
  return fits && words > 1 && words < 7;
}

// "TIME", "POLITICO", "USA TODAY": no initials, and not in a line of capitals. How an outlet writes its own name.
bool is_word_in_capitals(const WordForms& f, std::uint32_t name) {
  const std::uint32_t word = f.is_upper(name + 1) ? name + 1 : name;
  const auto vowels = std::ranges::count_if(
      f.folded(word), [](char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; });
  return f.is_upper(word) && f.folded(word).size() > 3 && vowels > 1 && f.is_lower(name - 1);
}

bool is_named_again(const WordForms& f, std::string_view word) {
  int times = 0;
  for (std::uint32_t t = 0; t < f.size() && times < 2; ++t) times += f.is_capital(t) && f.is(t, word);
  return times > 1;
}

}  // namespace

OwnOutlet::OwnOutlet(const WordForms& forms, const NameTable& names, const Document& document) {
  if (document.outlet) name_ = *document.outlet, names_.push_back(letters(name_));
  if (document.url) read_host(*document.url);
  read_head(document.text);
  read_requests(forms, names);
  if (!document.outlet && hosts_.empty()) read_told(forms, names);
}

bool OwnOutlet::is(std::string_view name) const {
  const std::string own = letters(name);
  if (own.empty()) return false;
  if (std::ranges::any_of(hosts_, [&](const std::string& host) { return is_host_of(host, name, own); })) return true;
  return std::ranges::any_of(names_, [&](const std::string& n) {
    return n == own || (own.size() >= kPartBytes && (n.ends_with(own) || n.starts_with(own)));
  });
}

// What stands between commas, bars and dots of the lines below the headline.
void OwnOutlet::read_head(std::string_view text) {
  int lines = 0;
  for (std::size_t at = 0; at < text.size() && lines < kHeadLines;) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::string_view line = trimmed(text.substr(at, end - at));
    at = end + 1;
    if (line.empty() || ++lines == 1) continue;
    if (line.size() > kLineBytes || line.ends_with('.')) continue;
    while (!line.empty()) {
      std::size_t cut = line.size(), width = 1;
      for (const std::string_view mark : {std::string_view(","), std::string_view("|"), std::string_view("·"),
                                          std::string_view(" for "), std::string_view(" - ")}) {
        const std::size_t found = line.find(mark);
        if (found < cut) cut = found, width = mark.size();
      }
      std::string_view part = trimmed(line.substr(0, cut));
      if (part.starts_with("the ")) part.remove_prefix(4);  // "By Ann Cole for the Hill Herald"
      if (begins_capital(part) && !part.starts_with("By ")) names_.push_back(letters(part));
      if (name_.empty() && is_title_of_outlet(part)) name_ = part;
      line.remove_prefix(std::min(line.size(), cut + width));
    }
  }
  std::erase_if(names_, [](const std::string& n) { return n.size() < 2; });
}

// The parts of a site's name but its endings: "https://www.bbc.co.uk/news" -> "bbc".
void OwnOutlet::read_host(std::string_view url) {
  static const WordSet endings("www com org net co uk edu gov info news blogs blog");
  if (const auto scheme = url.find("://"); scheme != url.npos) url.remove_prefix(scheme + 3);
  url = url.substr(0, url.find_first_of("/:?#"));
  while (!url.empty()) {
    const std::size_t end = std::min(url.find('.'), url.size());
    if (end > 2 && end < url.size() && !endings.contains(url.substr(0, end)))
      hosts_.push_back(letters(url.substr(0, end)));
    url.remove_prefix(std::min(url.size(), end + 1));
  }
}

// "Requests for comment from the Herald", "an inquiry from the Herald".
void OwnOutlet::read_requests(const WordForms& f, const NameTable& n) {
  static const WordSet requests("comment request requests inquiry inquiries questions");
  for (std::uint32_t t = 1; t + 1 < f.size(); ++t) {
    if (!f.is(t, "from") || !requests.contains(f.folded(t - 1))) continue;
    const std::uint32_t name = f.is(t + 1, "the") && n.at(t + 1) == nullptr ? t + 2 : t + 1;
    if (n.at(name) != nullptr) names_.push_back(letters(name_text(f, n.at(name)->all)));
  }
}

// Whom the story's people "told" something, if that is one outlet only and the story shows that it is its own. Of news
// articles that name just one well-known outlet in this way, it was the article's own in 72 of 100 that name it again
// (80 if they write that somebody "tells" it), in 24 that name it once; in 94 where its name is a word in capitals
// ("told TIME"), in 78 where it was told "in an email".
void OwnOutlet::read_told(const WordForms& f, const NameTable& n) {
  static const WordSet tell("told tells telling");
  std::uint32_t only = kNoEntity;
  bool shown = false;
  for (std::uint32_t t = 1; t + 1 < f.size(); ++t) {
    const bool interviewed = f.is(t - 1, "interview") && f.is(t, "with");
    if (!tell.contains(f.folded(t)) && !interviewed) continue;
    const std::uint32_t name = f.is(t + 1, "the") && n.at(t + 1) == nullptr ? t + 2 : t + 1;
    const std::uint32_t e = n.entity_at(name);
    const bool capitals = is_word_in_capitals(f, name);
    if (e == kNoEntity || (n.entities[e].kind == NameKind::person && !capitals)) continue;
    const auto& words = n.entities[e].words;
    const std::uint32_t end = n.at(name)->all.end;
    const bool by_mail = (f.is(end, "in") && f.is(end + 1, "an") && f.is(end + 2, "email")) ||
                         ((f.is(end, "by") || f.is(end, "via")) && f.is(end + 1, "email"));
    if (!by_mail && !f.is(t, "tells") &&
        std::ranges::none_of(words, [](const std::string& w) { return is_outlet_word(w) || is_known_outlet(w); }))
      continue;
    if (only != kNoEntity && only != e) return;
    only = e;
    shown = shown || capitals || by_mail || (f.is(t, "tells") && n.entities[e].mentions.size() > 1);
  }
  if (only == kNoEntity) return;
  const auto known = std::ranges::find_if(n.entities[only].words, is_known_outlet);
  if (!shown && (known == n.entities[only].words.end() || !is_named_again(f, *known))) return;
  names_.push_back(letters(name_text(f, n.entities[only].name)));
}

}  // namespace sayso
