#include "read/mail/mail_text.h"

#include <algorithm>

#include "read/encoding.h"
#include "read/guess_encoding.h"
#include "read/html_fragment.h"
#include "read/mail/mail_lines.h"

namespace sayso {
namespace {

bool is_text(const MimePart& part) { return part.type == "text/plain" || part.type == "text/html"; }
bool is_read(const MimePart& part) { return is_text(part) && part.disposition != "attachment"; }

struct Choice {
  std::size_t alternative;  // the nearest multipart/alternative around a part, or the part itself
  std::size_t branch;       // which of the alternatives
  std::string text;
  bool html = false;
};

Choice choice_of(const std::vector<MimePart>& parts, std::size_t part) {
  for (std::size_t at = part; at != 0; at = parts[at].parent) {
    if (parts[parts[at].parent].type == "multipart/alternative") return {parts[at].parent, at, {}};
  }
  return {part, part, {}};
}

class Texts {
 public:
  explicit Texts(const std::vector<MimePart>& parts) : parts_(parts) {}

  MailText run() {
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      const MimePart& part = parts_[i];
      if (part.type.starts_with("multipart/")) continue;
      const bool decoration = part.type.starts_with("image/") && part.disposition != "attachment";
      if (is_read(part)) add(i);
      else if (!decoration) out_.attached.push_back(part.name.empty() ? part.type : part.name);
    }
    for (const Choice& choice : choices_) append(out_.text, choice.text);
    return std::move(out_);
  }

 private:
  // Of alternatives the HTML one, which has whole paragraphs, unless there is no text in it.
  void add(std::size_t index) {
    const MimePart& part = parts_[index];
    const bool html = part.type == "text/html";
    if (html && out_.page == nullptr) out_.page = &part;
    Choice made = choice_of(parts_, index);
    made.html = html;
    const auto other = std::find_if(choices_.begin(), choices_.end(), [&](const Choice& one) { return one.alternative == made.alternative; });
    const bool same_branch = other != choices_.end() && other->branch == made.branch;
    if (other != choices_.end() && !same_branch && (other->html || !html) && !other->text.empty()) return;
    made.text = read(part, html);
    if (other == choices_.end()) choices_.push_back(std::move(made));
    else if (same_branch) append(other->text, made.text);
    else if (!made.text.empty()) *other = std::move(made);
  }

  static void append(std::string& text, std::string_view more) {
    if (!text.empty() && !more.empty()) text += "\n\n";
    text += more;
  }

  std::string read(const MimePart& part, bool html) {
    std::string bytes = decoded_part(part);
    const std::string label = html && usable_label(part.charset, bytes).empty() ? declared_charset(bytes) : part.charset;
    Decoded decoded = decode_bytes(std::move(bytes), label);
    out_.replaced += decoded.replaced;
    if (html) return fragment_text(decoded.text).value_or("");
    std::string text = part.flowed ? unflowed(decoded.text, part.deletes_space) : unwrapped(decoded.text);
    while (text.ends_with('\n') || text.ends_with('\r') || text.ends_with(' ')) text.pop_back();
    return text;
  }

  const std::vector<MimePart>& parts_;
  MailText out_;
  std::vector<Choice> choices_;  // in the order of the parts
};

}  // namespace

MailText text_of_mail(const std::vector<MimePart>& parts) { return Texts(parts).run(); }

}  // namespace sayso
