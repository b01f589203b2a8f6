#include "read/markdown.h"

#include <md4c.h>

#include <algorithm>

#include "read/dates.h"
#include "read/feed/xml_references.h"
#include "read/plain.h"

namespace sayso {
namespace {

constexpr std::string_view kFence = "---";

std::string_view trimmed(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t\r\"'");
  if (begin == text.npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r\"'") - begin + 1);
}

void take_field(std::string_view key, std::string_view value, MarkdownText& out) {
  if (value.empty()) return;
  if (key == "title" || key == "headline") out.title = std::string(value);
  if (key == "date" || key == "published") out.date = iso_date(value);
  if (key == "author" || key == "authors" || key == "by") out.authors = names_in_field(value);
}

// Bytes of the front matter, its lines read into `out`; 0 where there is none.
std::size_t read_front_matter(std::string_view utf8, MarkdownText& out) {
  if (!utf8.starts_with(kFence)) return 0;
  std::size_t at = utf8.find('\n');
  MarkdownText found;
  while (at != utf8.npos) {
    const std::size_t begin = at + 1, end = std::min(utf8.find('\n', begin), utf8.size());
    const std::string_view line = trimmed(utf8.substr(begin, end - begin));
    if (line == kFence || line == "...") {
      out = std::move(found);
      return end;
    }
    if (end == utf8.size()) break;
    const std::size_t colon = line.find(':');
    if (colon != line.npos) take_field(line.substr(0, colon), trimmed(line.substr(colon + 1)), found);
    at = end;
  }
  return 0;
}

// Takes what md4c calls out. Text comes as views of the source, but for line breaks and the like, which are its own strings.
class Collector {
 public:
  Collector(std::string_view source, std::size_t offset, const SourceMap* map, MarkdownText& out)
      : source_(source), offset_(offset), map_(map), out_(out) {}

  void run() {
    const std::string_view body = source_.substr(offset_);
    MD_PARSER parser{};
    parser.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH;
    parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* self) { return static_cast<Collector*>(self)->enter(type, detail); };
    parser.leave_block = [](MD_BLOCKTYPE type, void*, void* self) { return static_cast<Collector*>(self)->leave(type); };
    parser.enter_span = [](MD_SPANTYPE type, void*, void* self) { return static_cast<Collector*>(self)->span(type, 1); };
    parser.leave_span = [](MD_SPANTYPE type, void*, void* self) { return static_cast<Collector*>(self)->span(type, -1); };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* self) {
      return static_cast<Collector*>(self)->text(type, {text, size});
    };
    md_parse(body.data(), static_cast<MD_SIZE>(body.size()), &parser, this);
  }

 private:
  int enter(MD_BLOCKTYPE type, void* detail) {
    if (type == MD_BLOCK_CODE || type == MD_BLOCK_HTML) ++hidden_;
    const bool first_heading = type == MD_BLOCK_H && static_cast<MD_BLOCK_H_DETAIL*>(detail)->level == 1 && !out_.title;
    if (first_heading) title_from_ = out_.text.size();
    block_ = true;
    return 0;
  }

  int leave(MD_BLOCKTYPE type) {
    if (type == MD_BLOCK_CODE || type == MD_BLOCK_HTML) --hidden_;
    if (type == MD_BLOCK_H && title_from_) {
      const auto begin = out_.text.find_first_not_of('\n', *title_from_);
      if (begin != out_.text.npos) out_.title = out_.text.substr(begin);
      title_from_.reset();
    }
    block_ = true;
    return 0;
  }

  int span(MD_SPANTYPE type, int step) {
    if (type == MD_SPAN_IMG) hidden_ += step;
    return 0;
  }

  int text(MD_TEXTTYPE type, std::string_view text) {
    if (hidden_ > 0 || type == MD_TEXT_HTML || text.empty()) return 0;
    if (type == MD_TEXT_BR || type == MD_TEXT_SOFTBR) return append(" ", {}), 0;
    if (type == MD_TEXT_NULLCHAR) return append("\uFFFD", {}), 0;
    begin_block();
    if (type == MD_TEXT_CODE && is_source(text)) add_code(text);
    if (type == MD_TEXT_ENTITY) append(XmlReferences().decoded(text), text);
    else append_same(text);
    return 0;
  }

  void add_code(std::string_view text) {
    const auto begin = static_cast<std::uint32_t>(text.data() - source_.data());
    out_.code.push_back({begin, begin + static_cast<std::uint32_t>(text.size())});
  }

  void begin_block() {
    if (block_ && !out_.text.empty()) append("\n\n", {});
    block_ = false;
  }

  bool is_source(std::string_view text) const { return text.data() >= source_.data() && text.data() + text.size() <= source_.data() + source_.size(); }

  void append_same(std::string_view text) {
    if (map_ == nullptr || !is_source(text)) return append(text, {});
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t begin = at;
      decode(text, at);
      append(text.substr(begin, at - begin), text.substr(begin, at - begin));
    }
  }

  // `from`: the part of the source that it stands for; empty for none.
  void append(std::string_view text, std::string_view from) {
    if (map_ != nullptr && !from.empty() && is_source(from)) {
      const auto begin = static_cast<std::uint32_t>(from.data() - source_.data());
      add_source(out_.origin, points_, map_->place(begin, begin + static_cast<std::uint32_t>(from.size())));
    }
    out_.text += text;
    if (map_ == nullptr) return;
    points_ += static_cast<std::uint32_t>(std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
  }

  std::string_view source_;
  std::size_t offset_;
  const SourceMap* map_;
  MarkdownText& out_;
  std::uint32_t points_ = 0;  // of out_.text
  int hidden_ = 0;            // inside of what is left out
  bool block_ = false;        // a block begins with the next text
  std::optional<std::size_t> title_from_;
};

}  // namespace

MarkdownText read_markdown(std::string_view utf8, const SourceMap* map) {
  MarkdownText out;
  const std::size_t body = read_front_matter(utf8, out);
  Collector(utf8, body, map, out).run();
  return out;
}

}  // namespace sayso
