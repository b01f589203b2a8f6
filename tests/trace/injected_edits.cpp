#include "injected_edits.h"

#include <array>
#include <optional>
#include <string_view>

namespace sayso::testing {
namespace {

using trace::EditType, trace::Relation, trace::Touches;

// Everybody in them is invented.
constexpr std::array<std::string_view, 24> kSentences = {
    "The ferry will sail from Port Ansel on Monday and it will carry 40 passengers across the sound.",
    "We have not sold the foundry to Halcyon Fields and we do not plan to close the west gate this winter.",
    "I told Maren Tolliver that the organisation should publish every page of the dredging report.",
    "The council can approve the bridge before Ostrava Holdings signs the second contract for the harbour.",
    "My neighbour Rufus Halse did not steal the lighthouse lamp and nobody in the village believes he did.",
    "Some members of the Corrie Valley board must answer for the flooded cellars under Tannery Street.",
    "If the rain stops we could harvest 300 acres of barley near Lower Brisling by the end of August.",
    "All the nurses at Fernhill Infirmary deserve better wages and they should not have to beg for them.",
    "The colour of the new trams was chosen by children from Quillby School and it cost us 12 thousand crowns.",
    "Our auditors found no evidence that Imogen Halse moved the pension money out of the country.",
    "He would never have flown the balloon over Mount Serrin without a licence from the aviation office.",
    "Most of the shops on Weaver Lane may reopen in March but the old cinema is going to stay dark.",
    "They cannot prove that Dunmore Chemicals poisoned the river because the samples were lost in the fire.",
    "The museum is borrowing 17 paintings from Castle Orvane and it will return them before the frost.",
    "I am proud of every apprentice who stayed at the shipyard when the owners walked away from us.",
    "You should ask Bramwell Pike why the lottery tickets were printed in a garage behind his bakery.",
    "It is likely that the glacier above Saint Ivel will lose a third of its ice within twenty years.",
    "We want to rebuild the theatre with oak from Garrow Forest and we might finish it next summer.",
    "The referee did not see the handball and that is why Eastmere United lost the replay on Saturday.",
    "Many farmers around Tolmin trust the vaccine, yet few of them have been offered it by the ministry.",
    "She can't explain how 250 letters from Judge Althea Renn vanished between the court and the archive.",
    "The engine was repaired twice in Dovrec and it still failed the inspection on a cold Tuesday morning.",
    "Nothing in the treaty says that fishermen from Skerry Isle have to throw their nets into the sea.",
    "Only the mayor of Velden could stop the demolition and he was on holiday in the mountains that week."};

class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed * 2 + 1) {}
  std::size_t below(std::size_t n) {
    state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
    return static_cast<std::size_t>(state_ >> 33) % n;
  }

 private:
  std::uint64_t state_;
};

// Two or three sentences of different places.
std::string passage(Random& random, std::size_t sentences) {
  std::string out;
  std::size_t at = random.below(kSentences.size());
  for (std::size_t i = 0; i < sentences; ++i, at = (at + 1 + random.below(5)) % kSentences.size()) {
    if (i > 0) out += ' ';
    out += kSentences[at];
  }
  return out;
}

struct Swap {
  std::string_view from, to;
};

// The text with one of the swaps that fit made, at a random one of its places.
std::optional<std::string> swapped(const std::string& text, std::initializer_list<Swap> swaps, Random& random) {
  std::vector<std::pair<std::size_t, Swap>> places;
  for (const Swap& swap : swaps)
    for (std::size_t at = text.find(swap.from); at != std::string::npos; at = text.find(swap.from, at + 1)) places.emplace_back(at, swap);
  if (places.empty()) return std::nullopt;
  const auto [at, swap] = places[random.below(places.size())];
  return std::string(text).replace(at, swap.from.size(), swap.to);
}

std::vector<std::size_t> spaces(const std::string& text) {
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (text[i] == ' ') out.push_back(i);
  return out;
}

// Words [first, last) between spaces replaced.
std::string between(const std::string& text, std::size_t first, std::size_t last, std::string_view by) {
  const std::vector<std::size_t> gaps = spaces(text);
  return text.substr(0, gaps[first] + 1) + std::string(by) + text.substr(gaps[last]);
}

std::optional<Injected> of_swap(std::string kind, const std::string& a, std::initializer_list<Swap> swaps, Injected wanted, Random& random) {
  const auto b = swapped(a, swaps, random);
  if (!b) return std::nullopt;
  wanted.kind = std::move(kind), wanted.a = a, wanted.b = *b;
  if (random.below(2) == 0 && wanted.type != EditType::insert && wanted.type != EditType::remove) std::swap(wanted.a, wanted.b);
  return wanted;
}

std::optional<Injected> of_negation(const std::string& a, Random& random) {
  const Injected insert{"", "", "", EditType::insert, Touches::negation, true, Relation::altered};
  const Injected remove{"", "", "", EditType::remove, Touches::negation, true, Relation::altered};
  const Injected exchange{"", "", "", EditType::substitute, Touches::negation, true, Relation::altered};
  switch (random.below(3)) {
    case 0: return of_swap("negation", a, {{" will ", " will not "}, {" can ", " can not "}, {" is ", " is not "}, {" was ", " was not "}, {" should ", " should never "}, {" could ", " couldn't "}}, insert, random);
    case 1: return of_swap("negation", a, {{" not ", " "}, {"cannot ", "can "}, {"can't ", "can "}, {" never ", " "}}, remove, random);
    default: return of_swap("negation", a, {{" likely ", " unlikely "}, {"Nothing ", "Something "}, {" no evidence", " some evidence"}, {" without a", " with a"}, {" nobody ", " somebody "}, {"All the ", "None of the "}}, exchange, random);
  }
}

std::optional<Injected> of_number(const std::string& a, Random& random) {
  return of_swap("number", a, {{" 40 ", " 14 "}, {" 300 ", " 3,000 "}, {" 12 thousand", " 12 million"}, {" 17 ", " seventy "}, {" 250 ", " 205 "}, {" twenty ", " thirty "}, {" second ", " third "}, {"twice", "once"}},
                 {"", "", "", EditType::number, Touches::number, true, Relation::altered}, random);
}

std::optional<Injected> of_modal(const std::string& a, Random& random) {
  return of_swap("modal", a, {{" will ", " may "}, {" should ", " must "}, {" could ", " would "}, {" can ", " must "}, {" may ", " will "}, {" might ", " shall "}, {" must ", " could "}},
                 {"", "", "", EditType::substitute, Touches::modal, true, Relation::altered}, random);
}

std::optional<Injected> of_name(const std::string& a, Random& random) {
  return of_swap("name", a, {{"Tolliver", "Halse"}, {"Halcyon Fields", "Ostrava Holdings"}, {"Port Ansel", "Port Dovrec"}, {"Rufus", "Imogen"}, {"Corrie Valley", "Garrow Valley"}, {"Dunmore", "Brisling"}, {"Bramwell Pike", "Odette Marsh"}, {"Eastmere", "Westmere"}, {"Tolmin", "Velden"}, {"Skerry", "Orvane"}, {"Quillby", "Fernhill"}, {"Althea Renn", "Sorrel Finch"}},
                 {"", "", "", EditType::substitute, Touches::name, true, Relation::altered}, random);
}

std::optional<Injected> of_quantifier(const std::string& a, Random& random) {
  return of_swap("quantifier", a, {{"Some ", "Most "}, {"All ", "Some "}, {"Most ", "All "}, {"Many ", "Few "}, {" every ", " some "}, {" few ", " all "}},
                 {"", "", "", EditType::substitute, Touches::quantifier, true, Relation::altered}, random);
}

std::optional<Injected> of_form(const std::string& a, Random& random) {
  const Injected spelling{"", "", "", EditType::spelling, Touches::nothing, false, Relation::formatting};
  const Injected contraction{"", "", "", EditType::expand_contraction, Touches::nothing, false, Relation::altered};
  const Injected punctuation{"", "", "", EditType::punctuation, Touches::nothing, false, Relation::formatting};
  const Injected letters{"", "", "", EditType::case_change, Touches::nothing, false, Relation::formatting};
  switch (random.below(4)) {
    case 0: return of_swap("spelling", a, {{"organisation", "organization"}, {"harbour", "harbor"}, {"neighbour", "neighbor"}, {"colour", "color"}, {"licence", "license"}, {"theatre", "theater"}}, spelling, random);
    case 1: return of_swap("contraction", a, {{"We have ", "We've "}, {"do not ", "don't "}, {"did not ", "didn't "}, {"should not ", "shouldn't "}, {"It is ", "It's "}, {"I am ", "I'm "}, {"cannot ", "can't "}, {"it will ", "it'll "}}, contraction, random);
    case 2: return of_swap("punctuation", a, {{" and it ", ", and it "}, {" because ", ", because "}, {", yet ", " - yet "}, {" when ", ", when "}, {" but ", "; but "}}, punctuation, random);
    default: return of_swap("case", a, {{" council ", " Council "}, {" board ", " Board "}, {" mayor ", " Mayor "}, {" ministry", " Ministry"}, {" museum ", " Museum "}, {" treaty ", " Treaty "}}, letters, random);
  }
}

Injected of_splice(Random& random) {
  const std::size_t first = random.below(kSentences.size());
  const auto sentence = [first](std::size_t i) { return std::string(kSentences[(first + i * 7) % kSentences.size()]); };
  return {"splice", sentence(0) + " " + sentence(1) + " " + sentence(2), sentence(0) + " " + sentence(2), EditType::remove, Touches::nothing, false, Relation::spliced};
}

Injected of_trim(const std::string& a, Random& random) {
  const std::vector<std::size_t> gaps = spaces(a);
  const std::size_t cut = 2 + random.below(gaps.size() / 2);
  const std::string b = random.below(2) == 0 ? a.substr(gaps[cut] + 1) : a.substr(0, gaps[gaps.size() - cut]);
  return {"trim", a, b, EditType::substitute, Touches::nothing, false, Relation::trimmed};
}

Injected of_ellipsis(const std::string& a, Random& random) {
  constexpr std::array<std::string_view, 4> kMarks = {"...", "\u2026", ". . .", "[\u2026]"};
  const std::size_t gaps = spaces(a).size(), first = 4 + random.below(gaps - 12), length = 2 + random.below(5);
  return {"ellipsis", a, between(a, first, first + length, kMarks[random.below(kMarks.size())]), EditType::ellipsis, Touches::nothing, false, Relation::elided_marked};
}

Injected of_bracket(const std::string& a, Random& random) {
  const std::size_t gaps = spaces(a).size(), first = 4 + random.below(gaps - 10);
  return {"bracket", a, between(a, first, first + 1 + random.below(2), "[the committee]"), EditType::bracket, Touches::nothing, false, Relation::bracketed};
}

std::optional<Injected> one(Random& random) {
  const std::string a = passage(random, 1 + random.below(3));
  switch (random.below(11)) {
    case 0: case 1: return of_negation(a, random);
    case 2: return of_number(a, random);
    case 3: return of_modal(a, random);
    case 4: return of_name(a, random);
    case 5: return of_quantifier(a, random);
    case 6: return of_splice(random);
    case 7: return of_trim(a, random);
    case 8: return of_ellipsis(a, random);
    case 9: return of_bracket(a, random);
    default: return of_form(a, random);
  }
}

}  // namespace

std::vector<Injected> inject(std::size_t count, std::uint64_t seed) {
  Random random(seed);
  std::vector<Injected> out;
  while (out.size() < count)
    if (auto made = one(random)) out.push_back(std::move(*made));
  return out;
}

}  // namespace sayso::testing
