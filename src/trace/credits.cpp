#include "trace/credits.h"

#include <algorithm>
#include <array>

#include "record/words.h"
#include "text/code_points.h"

namespace sayso::trace {
namespace {

struct Agency {
  std::string_view name, short_name;
};

constexpr std::array<Agency, 10> kAgencies = {{{"Associated Press", "AP"},
                                               {"Reuters", "Reuters"},
                                               {"Agence France-Presse", "AFP"},
                                               {"United Press International", "UPI"},
                                               {"Press Association", "PA"},
                                               {"Bloomberg News", "Bloomberg"},
                                               {"Canadian Press", "CP"},
                                               {"Deutsche Presse-Agentur", "dpa"},
                                               {"Kyodo News", "Kyodo"},
                                               {"Xinhua", "Xinhua"}}};

constexpr std::size_t kTop = 400, kBottom = 600;  // bytes in which datelines and credit lines stand

bool has_word(std::string_view text, std::size_t at, std::size_t size) {
  const auto letter = [&](std::size_t i) {
    return i < text.size() && std::isalnum(static_cast<unsigned char>(text[i]));
  };
  return (at == 0 || !letter(at - 1)) && !letter(at + size);
}

// "… she said.” The Associated Press contributed": the name begins a sentence of the paragraph.
bool begins_sentence(std::string_view before) {
  if (before.ends_with("The ")) before.remove_suffix(4);
  if (!before.ends_with(' ')) return false;
  while (!before.empty() && std::string_view(" \"\xE2\x80\x9D\x99)").find(before.back()) != std::string_view::npos) before.remove_suffix(1);
  return before.ends_with('.') || before.ends_with('!') || before.ends_with('?');
}

// Where a name stands in a line that gives credit; npos where it does not.
std::size_t credit_line(std::string_view text, std::string_view name) {
  for (std::size_t at = text.find(name); at != std::string_view::npos; at = text.find(name, at + 1)) {
    if (!has_word(text, at, name.size())) continue;
    const std::string_view rest = text.substr(at, std::min(text.find('\n', at), at + 120) - at);
    const std::size_t line = text.rfind('\n', at) == std::string_view::npos ? 0 : text.rfind('\n', at) + 1;
    const std::string_view before = text.substr(line, at - line);
    const bool gives =
        rest.find("contributed") != std::string_view::npos || rest.find("reported") != std::string_view::npos;
    const bool rights =
        before.find("opyright") != std::string_view::npos || before.find("\u00A9") != std::string_view::npos;
    const bool own_sentence = rest.substr(name.size()).starts_with(" contributed to ") && begins_sentence(before);
    if ((gives && before.size() < 60) || own_sentence || rights || before.starts_with("Reporting by") || before.starts_with("Source:"))
      return at;
  }
  return std::string_view::npos;
}

class Finder {
 public:
  explicit Finder(const Document& document) : document_(document), text_(document.text), points_(document.text) {}

  std::vector<Credit> find() {
    for (const Agency& agency : kAgencies)
      if (!in_byline(agency) && !in_dateline(agency)) in_credit_line(agency);
    return std::move(out_);
  }

 private:
  bool in_byline(const Agency& agency) {
    for (const std::string& author : document_.authors) {
      if (author != agency.short_name && author.find(agency.name) == std::string::npos) continue;
      out_.push_back({std::string(agency.name), author, {}});
      return true;
    }
    return false;
  }

  bool in_dateline(const Agency& agency) {
    const std::string mark = "(" + std::string(agency.short_name) + ")";
    const std::size_t at = text_.substr(0, kTop).find(mark);
    if (at != std::string_view::npos) return add(agency, at, mark.size());
    return begins_line(agency.short_name, agency) || begins_line(agency.name, agency);
  }

  // "REUTERS - It rained."
  bool begins_line(std::string_view name, const Agency& agency) {
    std::string upper(name);
    for (char& c : upper) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    for (const std::string_view form : {name, std::string_view(upper)}) {
      for (std::size_t at = 0; at < kTop && at < text_.size(); at = text_.find('\n', at) == std::string_view::npos ? kTop : text_.find('\n', at) + 1) {
        const std::string_view rest = text_.substr(at);
        if (!rest.starts_with(form)) continue;
        const std::string_view behind = rest.substr(form.size());
        for (const std::string_view dash : {" - ", " -- ", " \u2013 ", " \u2014 "})
          if (behind.starts_with(dash)) return add(agency, at, form.size());
      }
    }
    return false;
  }

  bool in_credit_line(const Agency& agency) {
    const std::size_t begin = text_.size() > kBottom ? text_.size() - kBottom : 0;
    for (const std::string_view name : {agency.name, agency.short_name}) {
      const std::size_t at = credit_line(text_.substr(begin), name);
      if (at != std::string_view::npos) return add(agency, begin + at, name.size());
    }
    return false;
  }

  bool add(const Agency& agency, std::size_t at, std::size_t size) {
    const std::size_t end = std::min({text_.size(), at + 80, std::min(text_.find('\n', at), text_.size())});
    const Span span{points_.index_of(at), points_.index_of(at + size - 1) + 1};
    const Span line{span.begin, std::max(span.end, points_.index_of(end))};
    out_.push_back(
        {std::string(agency.name), std::string(points_.slice(size > 12 || text_[at] == '(' ? span : line)), span});
    return true;
  }

  const Document& document_;
  std::string_view text_;
  CodePoints points_;
  std::vector<Credit> out_;
};

std::vector<std::string> name_words(std::string_view name) {
  for (const Agency& agency : kAgencies)
    if (name == agency.short_name) name = agency.name;
  std::vector<std::string> words = record::words_of(name.substr(0, name.find(" (")));
  if (words.size() > 1 && words.front() == "the") words.erase(words.begin());
  return words;
}

}  // namespace

std::vector<Credit> credits_of(const Document& document) { return Finder(document).find(); }

bool same_outlet(std::string_view a, std::string_view b) {
  std::vector<std::string> x = name_words(a), y = name_words(b);
  if (x.size() > y.size()) std::swap(x, y);
  if (x.empty()) return false;
  if (x == y) return true;
  // One is the end or the beginning of the other: "Herald", "Hill Herald".
  return std::equal(x.rbegin(), x.rend(), y.rbegin()) || (x.size() > 1 && std::equal(x.begin(), x.end(), y.begin()));
}

}  // namespace sayso::trace
