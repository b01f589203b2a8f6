#include "check/lint/silences.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <map>
#include <optional>
#include <string>

#include "text/code_points.h"
#include "text/paragraphs.h"
#include "text/words/word_set.h"

namespace sayso::lint {
namespace {

constexpr std::size_t kFar = 2000;  // bytes from a comment to the words before it: more is another paragraph's

// Whether these bytes hold a tag that breaks text.
bool breaks_text(std::string_view bytes) {
  static const WordSet inner(
      "a abbr b bdi bdo cite code del em font i ins kbd mark q s samp small span strong sub sup time tt u var");
  for (std::size_t at = bytes.find('<'); at != bytes.npos; at = bytes.find('<', at + 1)) {
    std::size_t begin = at + 1, end = begin;
    if (begin < bytes.size() && bytes[begin] == '!') continue;
    if (begin < bytes.size() && bytes[begin] == '/') end = ++begin;
    std::string name;
    for (; end < bytes.size() && ((bytes[end] | 0x20) >= 'a' && (bytes[end] | 0x20) <= 'z'); ++end)
      name += static_cast<char>(bytes[end] | 0x20);
    if (!inner.contains(name)) return true;
  }
  return false;
}

class Places {
 public:
  Places(std::string_view file, const Document& document)
      : file_(file), runs_(*document.origin), points_(document.text) {
    tokenize(points_, {0, points_.size()}, tokens_);
    begins_ = paragraph_begins(points_, tokens_);
  }

  std::uint32_t size() const { return points_.size(); }

  // The place in the text of what stands at or behind the byte; the text's end where nothing does.
  std::uint32_t text_at(std::size_t byte) const {
    const auto behind = std::partition_point(
        runs_.begin(), runs_.end(), [&](const SourceRun& run) { return run.byte + run.count * run.width <= byte; });
    if (behind == runs_.end()) return points_.size();
    return behind->byte >= byte ? behind->text
                                : behind->text + (static_cast<std::uint32_t>(byte) - behind->byte) / behind->width;
  }

  // Of the comment: the paragraph whose words stand before it on its line, else the next one.
  std::optional<Span> paragraph_of(const Directive& comment) const {
    const std::uint32_t at = text_at(comment.end);
    const auto next =
        std::partition_point(tokens_.begin(), tokens_.end(), [&](const Token& token) { return token.begin < at; });
    const bool goes_on = next != tokens_.begin() && follows(std::prev(next)->end, comment.begin);
    if (!goes_on && next == tokens_.end()) return std::nullopt;
    return paragraph_with(static_cast<std::uint32_t>((goes_on ? std::prev(next) : next) - tokens_.begin()));
  }

 private:
  // Whether nothing breaks the line between the end of a word and the byte.
  bool follows(std::uint32_t word_end, std::size_t byte) const {
    const std::size_t end = byte_behind(word_end - 1);
    if (end > byte || byte - end > kFar) return false;
    const std::string_view between = file_.substr(end, byte - end);
    return between.find_first_of("\r\n") == between.npos && !breaks_text(between);
  }

  // Where in the file the code point ends; far away where it does not stand there.
  std::size_t byte_behind(std::uint32_t point) const {
    const auto run =
        std::partition_point(runs_.begin(), runs_.end(), [&](const SourceRun& r) { return r.text + r.count <= point; });
    if (run == runs_.end() || run->text > point) return file_.size();
    return run->byte + std::size_t{point - run->text + 1} * run->width;
  }

  Span paragraph_with(std::uint32_t token) const {
    const auto behind = std::upper_bound(begins_.begin(), begins_.end(), token);
    const std::uint32_t begin = behind == begins_.begin() ? 0 : tokens_[*std::prev(behind)].begin;
    return {begin, behind == begins_.end() ? points_.size() : tokens_[*behind].begin};
  }

  std::string_view file_;
  const std::vector<SourceRun>& runs_;  // ascending, in the text and in the file
  CodePoints points_;
  std::vector<Token> tokens_;
  std::vector<std::uint32_t> begins_;  // of paragraphs
};

}  // namespace

std::vector<Silence> silences_of(const std::vector<Directive>& directives, std::string_view file,
                                 const Document& document) {
  std::vector<Silence> out;
  if (directives.empty()) return out;
  const Places places(file, document);
  std::map<std::vector<std::string>, std::uint32_t> off;  // since where
  for (const Directive& directive : directives) {
    const std::uint32_t at = places.text_at(directive.end);
    if (directive.what == Directive::What::ignore) {
      if (const auto paragraph = places.paragraph_of(directive)) out.push_back({*paragraph, directive.rules});
    }
    if (directive.what == Directive::What::off) off.emplace(directive.rules, at);
    if (directive.what != Directive::What::on) continue;
    if (const auto since = off.extract(directive.rules)) out.push_back({{since.mapped(), at}, directive.rules});
  }
  for (const auto& [rules, since] : off) out.push_back({{since, places.size() + 1}, rules});
  return out;
}

}  // namespace sayso::lint
