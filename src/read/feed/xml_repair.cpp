#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "read/feed/xml_tree.h"

namespace sayso {
namespace {

using namespace std::literals;

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
bool begins_name(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (c & 0x80) != 0; }
bool is_name(char c) { return begins_name(c) || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == ':'; }

bool is_entry(std::string_view name) { return name == "item" || name == "entry"; }

// Reads tags as browsers do and writes them as XML wants them.
class Repair {
 public:
  explicit Repair(std::string_view broken) : in_(broken) { out_.reserve(broken.size() + 64); }

  std::string run() {
    while (at_ < in_.size()) {
      const auto tag = std::min(in_.find('<', at_), in_.size());
      text(tag);
      if (at_ < in_.size()) markup();
    }
    while (!open_.empty()) close_last();
    return std::move(out_);
  }

 private:
  // Outside of all elements XML allows no text.
  void text(std::size_t end) {
    if (!open_.empty()) out_ += in_.substr(at_, end - at_);
    at_ = end;
  }

  void markup() {
    const auto rest = in_.substr(at_);
    if (rest.starts_with("<!--")) return copy_until("-->", 4, false);
    if (rest.starts_with("<![CDATA[")) return copy_until("]]>", 9, true);
    if (rest.starts_with("<?")) return copy_until(">", 2, false);
    if (rest.starts_with("<!")) return doctype();
    if (rest.starts_with("</")) return closing_tag();
    if (rest.size() > 1 && begins_name(rest[1])) return tag();
    if (!open_.empty()) out_ += "&lt;";
    ++at_;
  }

  // Comments and instructions are left out; CDATA is kept, closed where nobody closed it.
  void copy_until(std::string_view end, std::size_t head, bool keep) {
    const auto found = in_.find(end, at_ + head);
    const auto stop = found == in_.npos ? in_.size() : found;
    if (keep && !open_.empty()) {
      out_ += in_.substr(at_, stop - at_);
      out_ += end;
    }
    at_ = found == in_.npos ? in_.size() : found + end.size();
  }

  // <!DOCTYPE … [ … ]>: kept only in front of the first element, and only where it ends; for its entities.
  void doctype() {
    const auto bracket = in_.find_first_of("[>", at_);
    const bool subset = bracket != in_.npos && in_[bracket] == '[' && in_.substr(at_, 9) == "<!DOCTYPE" && !endless_subset_;
    const auto end = subset ? in_.find("]>", bracket) : bracket;
    endless_subset_ = endless_subset_ || end == in_.npos;
    if (end == in_.npos) {
      at_ = bracket == in_.npos ? in_.size() : bracket + 1;
      return;
    }
    const auto stop = end + (subset ? 2 : 1);
    if (subset && out_.empty()) out_ += in_.substr(at_, stop - at_);
    at_ = stop;
  }

  std::string_view name() {
    const auto begin = at_;
    while (at_ < in_.size() && is_name(in_[at_])) ++at_;
    return in_.substr(begin, at_ - begin);
  }
  void skip_space() {
    while (at_ < in_.size() && is_space(in_[at_])) ++at_;
  }

  void closing_tag() {
    at_ += 2;
    const auto closed = name();
    const auto end = in_.find_first_of("<>", at_);
    at_ = end == in_.npos ? in_.size() : in_[end] == '>' ? end + 1 : end;
    close(closed);
  }

  void close(std::string_view closed) {
    const auto count = count_.find(closed);
    if (count == count_.end() || count->second == 0) return;  // nobody opened it
    while (open_.back() != closed) close_last();
    close_last();
  }

  void close_last() {
    out_ += "</";
    out_ += open_.back();
    out_ += '>';
    --count_[open_.back()];
    open_.pop_back();
  }

  void tag() {
    ++at_;
    const auto opened = name();
    // An entry holds no other: somebody forgot to close it.
    if (is_entry(opened)) close(opened);
    out_ += '<';
    out_ += opened;
    bool alone = false;
    for (skip_space(); at_ < in_.size() && in_[at_] != '>' && in_[at_] != '<'; skip_space()) {
      alone = in_[at_] == '/';
      if (begins_name(in_[at_])) attribute();
      else ++at_;
    }
    if (at_ < in_.size() && in_[at_] == '>') ++at_;
    out_ += alone ? "/>" : ">";
    if (alone) return;
    open_.push_back(opened);
    ++count_[opened];
  }

  void attribute() {
    const auto called = name();
    skip_space();
    std::string_view value = called;
    if (at_ < in_.size() && in_[at_] == '=') {
      ++at_;
      skip_space();
      value = attribute_value();
    }
    out_ += ' ';
    out_ += called;
    out_ += "=\"";
    for (const char c : value) {
      if (c == '"') out_ += "&quot;";
      else if (c == '<') out_ += "&lt;";
      else out_ += c;
    }
    out_ += '"';
  }

  std::string_view attribute_value() {
    if (at_ == in_.size()) return {};
    const char quote = in_[at_];
    if (quote == '"' || quote == '\'') {
      const auto end = in_.find(quote, at_ + 1);
      if (end != in_.npos) {
        const auto value = in_.substr(at_ + 1, end - at_ - 1);
        at_ = end + 1;
        return value;
      }
      ++at_;  // nobody closed it: it ends with the word
    }
    const auto begin = at_;
    while (at_ < in_.size() && !is_space(in_[at_]) && in_[at_] != '>' && in_[at_] != '<') ++at_;
    return in_.substr(begin, at_ - begin);
  }

  std::string_view in_;
  std::size_t at_ = 0;
  std::string out_;
  bool endless_subset_ = false;  // no "]>" follows any more
  std::vector<std::string_view> open_;
  std::unordered_map<std::string_view, std::size_t> count_;  // of each name in open_
};

}  // namespace

std::string repaired_xml(std::string_view broken) { return Repair(broken).run(); }

}  // namespace sayso
