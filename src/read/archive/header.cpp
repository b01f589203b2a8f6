#include "read/archive/header.h"

#include <algorithm>
#include <array>

namespace sayso {
namespace {

using namespace std::literals;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool all_digits(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), is_digit); }
bool is_letter(char c) { return (c | 32) >= 'a' && (c | 32) <= 'z'; }

bool begins_warc(std::string_view text) {
  return text.size() >= 8 && text.starts_with("WARC/") && is_digit(text[5]) && text[6] == '.' && is_digit(text[7]);
}

std::string_view line_of(std::string_view text) {
  const auto line = text.substr(0, text.find('\n'));
  return line.ends_with('\r') ? line.substr(0, line.size() - 1) : line;
}

// The last word of a line, which is cut off.
std::string_view take_last(std::string_view& line) {
  const auto space = line.rfind(' ');
  const auto word = space == line.npos ? line : line.substr(space + 1);
  line = space == line.npos ? std::string_view() : line.substr(0, space);
  return word;
}

struct ArcLine {
  std::string_view url, date, type, length;
};

// URLs may hold spaces, so the words are told from the right: the day is the last but two (version 1) or but seven (2),
// fourteen digits, give or take a few.
std::optional<ArcLine> arc_line(std::string_view line) {
  if (line.empty() || !is_letter(line[0])) return {};
  const auto colon = line.find(':');
  if (colon == line.npos || !std::all_of(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(colon),
                                         [](char c) { return is_letter(c) || is_digit(c) || c == '+' || c == '-' || c == '.'; })) {
    return {};
  }
  // Stray bytes before a URL are no part of it.
  const auto scheme = line.substr(0, colon);
  if (scheme.size() > 5 && (scheme.ends_with("http") || scheme.ends_with("https"))) return {};
  std::array<std::string_view, 9> words;  // from the right
  std::array<std::string_view, 9> before;
  std::string_view rest = line;
  for (std::size_t i = 0; i < words.size(); ++i) {
    words[i] = take_last(rest);
    before[i] = rest;
  }
  const auto is_date = [](std::string_view word) { return word.size() >= 8 && word.size() <= 20 && all_digits(word); };
  // An address stands before the day: dotted numbers, or at least no empty word.
  const auto fits = [&](std::size_t day) { return is_date(words[day]) && !words[day + 1].empty() && !before[day + 1].empty(); };
  for (const std::size_t day : {std::size_t{2}, std::size_t{7}}) {
    if (fits(day) && words[day + 1].find_first_of(".:") != std::string_view::npos) {
      return ArcLine{before[day + 1], words[day], words[day - 1], words[0]};
    }
  }
  return {};
}

// Where in a line a URL begins that goes on to the line's end; npos where none does. One that holds another ("/http://…") is not
// cut in two.
std::size_t begin_of_last_url(std::string_view line) {
  for (auto at = line.rfind("http"); at != line.npos; at = at == 0 ? line.npos : line.rfind("http", at - 1)) {
    const auto rest = line.substr(at + 4);
    const bool url = rest.starts_with("://") || rest.starts_with("s://");
    if (url && (at == 0 || "/=?&%:"sv.find(line[at - 1]) == line.npos)) return at;
  }
  return line.npos;
}

// Where a head begins somewhere in a line, `next` being what follows the line; npos where none does.
std::size_t head_within(std::string_view line, std::string_view next) {
  line = line_of(line);
  if (line.size() >= 8 && begins_warc(line.substr(line.size() - 8))) {
    return next.starts_with("WARC-") || next.starts_with("Content-") ? line.size() - 8 : line.npos;
  }
  if (line.empty() || !is_digit(line.back())) return line.npos;
  const auto cut = line.size() - std::min(line.size(), kRecordBeginBytes);
  const auto url = begin_of_last_url(line.substr(cut));
  if (url == line.npos) return line.npos;
  const auto arc = arc_line(line.substr(cut + url));
  return arc && arc->date.size() == 14 && all_digits(arc->length) ? cut + url : line.npos;
}

std::string_view without_brackets(std::string_view text) {
  return text.size() >= 2 && text.front() == '<' && text.back() == '>' ? text.substr(1, text.size() - 2) : text;
}

}  // namespace

bool begins_record(std::string_view text) {
  return begins_warc(text) || arc_line(line_of(text.substr(0, kRecordBeginBytes))).has_value();
}

std::size_t find_record(std::string_view text, std::size_t from, std::size_t to, bool line_begins) {
  to = std::min(to, text.size());
  text = text.substr(0, to + std::min(text.size() - to, kRecordBeginBytes));
  for (auto at = from; at < to;) {
    if ((at == 0 ? line_begins : text[at - 1] == '\n') && begins_record(text.substr(at))) return at;
    const auto line_end = text.find('\n', at);
    if (line_end == text.npos) break;
    const auto within = head_within(text.substr(at, line_end - at), text.substr(line_end + 1));
    if (within != text.npos) return at + within < to ? at + within : text.npos;
    at = line_end + 1;
  }
  return text.npos;
}

std::size_t head_size(std::string_view text) {
  if (begins_warc(text)) return end_of_head(text);
  const auto line_end = text.find('\n');
  return line_end == text.npos ? text.npos : line_end + 1;
}

void read_head(std::string_view head, RecordHeader& out) {
  out.length.reset();
  if (!begins_warc(head)) {
    const ArcLine line = arc_line(line_of(head)).value_or(ArcLine{});
    out.format = RecordHeader::Format::arc;
    out.url = line.url;
    out.type = line.url.starts_with("filedesc:") ? "warcinfo" : "response";
    out.date = line.date;
    out.content_type = line.type;
    out.id = {};
    out.length = number_of(line.length);
    out.fields.read({});
    return;
  }
  out.format = RecordHeader::Format::warc;
  out.fields.read(head.substr(std::min(head.find('\n'), head.size() - 1) + 1));
  out.type = out.fields.get("WARC-Type");
  out.url = without_brackets(out.fields.get("WARC-Target-URI"));  // wget puts brackets around it
  out.date = out.fields.get("WARC-Date");
  out.content_type = out.fields.get("Content-Type");
  out.id = without_brackets(out.fields.get("WARC-Record-ID"));
  out.length = number_of(out.fields.get("Content-Length"));
}

}  // namespace sayso
