#include "extract/citing.h"

#include <algorithm>
#include <string_view>

#include "text/words/word_set.h"

namespace sayso {
namespace {

constexpr std::uint32_t kCited = 9;  // tokens of whoever is cited

// "State media reported, citing | military leaders": whoever is cited says it, and the outlet passes it on.
class Citing {
 public:
  explicit Citing(const Analysis& a) : a_(a) {}

  void read(Attribution& a) const {
    static const WordSet reports("reported reports");
    static const WordSet quotes("quoting citing");
    if (a.cue.empty() || a.content.empty()) return;
    const std::string_view verb = word(a.cue.end - 1);
    TokenRange cited;
    if (quotes.contains(verb))
      cited = behind(a.cue.end);
    else if (reports.contains(verb) && word(a.cue.end) == "," && quotes.contains(word(a.cue.end + 1)))
      cited = behind(a.cue.end + 2);
    const bool apart = std::ranges::none_of(
        a.content, [&](TokenRange piece) { return piece.begin < cited.end && cited.begin < piece.end; });
    if (cited.size() > 1 && apart) a.source = {cited};
  }

 private:
  std::string_view word(std::uint32_t t) const {
    return t < a_.tokens.size() ? a_.tokens[t].in(a_.text.utf8()) : std::string_view();
  }

  // A description, "military leaders", "two officials": a name may be another outlet's.
  TokenRange behind(std::uint32_t begin) const {
    static const WordSet ends(". , : ; that — – \" “ ” ‘ ’ who which");
    static const WordSet documents("documents document records papers report reports study data figures emails letter");
    std::uint32_t end = begin;
    while (end < a_.tokens.size() && end < begin + kCited && !ends.contains(word(end))) ++end;
    const std::string_view last = end > begin ? word(end - 1) : std::string_view();
    const bool described = !last.empty() && last.front() >= 'a' && last.front() <= 'z' &&
                           (last.ends_with('s') || last == "official" || last == "source");
    return described && !documents.contains(last) ? TokenRange{begin, end} : TokenRange{};
  }

  const Analysis& a_;
};

}  // namespace

void read_citing(const Analysis& analysis, std::vector<Attribution>& attributions) {
  const Citing citing(analysis);
  for (Attribution& a : attributions) citing.read(a);
}

}  // namespace sayso
