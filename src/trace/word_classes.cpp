#include "trace/word_classes.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <cmath>
#include <unordered_map>

#include "text/words/common_words.h"
#include "text/words/word_set.h"

namespace sayso::trace {
namespace {

const WordSet kNegations(
    "not no never none nothing nobody nowhere neither nor without hardly barely scarcely cannot ain't unable refuse refused deny");
const WordSet kModals("can could may might must shall should will would ought 'd won't need");
const WordSet kQuantifiers(
    "all every each any some many most few several both half only always often sometimes rarely everyone everybody "
    "someone somebody anyone anybody everything something anything entire whole almost nearly mostly seldom "
    "usually completely partly more less fewer least");
const WordSet kPronouns("i me my mine we us our ours you your yours he him his she her hers it its they them their theirs this that these those who which");
const WordSet kFillers("uh um er ah eh oh hmm uhm erm");
const WordSet kFunction(
    "a an the and or but if of to in on at by for from with as is are was were be been being am do does did done has have had "
    "having it its this that these those there here so then than too very just also not no i me my we us our you your he him "
    "his she her they them their who what which when where how why will would can could should may might must shall 's 'd n't "
    "up out about into over again all some any well what's get got go going one now because like know think say said");
const WordSet kSpeech(
    "said says say told tells added adds wrote writes tweeted asked asks continued explained noted argued insisted replied "
    "recalled warned announced declared stated testified posted concluded");
const WordSet kScales("hundred thousand million billion trillion dozen percent");

const WordSet kNumbers(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty "
    "fifty sixty seventy eighty ninety second third fourth fifth sixth seventh eighth ninth tenth twice once ii iii iv");
const WordSet kOrdinals("third fourth fifth sixth seventh eighth ninth tenth");
const WordSet kNumberEndings("st nd rd th s k m bn");

// What the words of kNumbers say.
const std::unordered_map<std::string_view, double>& number_words() {
  static const std::unordered_map<std::string_view, double> words = {
      {"zero", 0},     {"one", 1},      {"two", 2},       {"three", 3},     {"four", 4},      {"five", 5},     {"six", 6},
      {"seven", 7},    {"eight", 8},    {"nine", 9},      {"ten", 10},      {"eleven", 11},   {"twelve", 12},  {"thirteen", 13},
      {"fourteen", 14}, {"fifteen", 15}, {"sixteen", 16},  {"seventeen", 17}, {"eighteen", 18}, {"nineteen", 19},
      {"twenty", 20},  {"thirty", 30},  {"forty", 40},    {"fifty", 50},    {"sixty", 60},    {"seventy", 70}, {"eighty", 80},
      {"ninety", 90},  {"second", 2},   {"third", 3},     {"fourth", 4},    {"fifth", 5},     {"sixth", 6},    {"seventh", 7},
      {"eighth", 8},   {"ninth", 9},    {"tenth", 10},    {"twice", 2},     {"once", 1},     {"ii", 2},       {"iii", 3},       {"iv", 4}};
  return words;
}

// British beginnings of words and their American ones; what the endings below do not cover.
constexpr std::array<std::pair<std::string_view, std::string_view>, 34> kSpellings = {{
    {"colour", "color"},     {"favour", "favor"},     {"honour", "honor"},       {"labour", "labor"},     {"neighbour", "neighbor"},
    {"behaviour", "behavior"}, {"rumour", "rumor"},   {"harbour", "harbor"},     {"humour", "humor"},     {"endeavour", "endeavor"},
    {"centre", "center"},    {"theatre", "theater"},  {"metre", "meter"},        {"litre", "liter"},      {"fibre", "fiber"},
    {"defence", "defense"},  {"offence", "offense"},  {"licence", "license"},    {"programme", "program"}, {"cheque", "check"},
    {"grey", "gray"},        {"tyre", "tire"},        {"plough", "plow"},        {"sceptic", "skeptic"},  {"travell", "travel"},
    {"cancell", "cancel"},   {"labell", "label"},     {"modell", "model"},       {"jewell", "jewel"},     {"counsell", "counsel"},
    {"aluminium", "aluminum"}, {"mould", "mold"},     {"moustache", "mustache"}, {"pyjama", "pajama"}}};
constexpr std::array<std::pair<std::string_view, std::string_view>, 25> kWords = {{
    {"ok", "okay"},     {"mum", "mom"},          {"learnt", "learned"}, {"whilst", "while"},  {"towards", "toward"},  {"amongst", "among"},
    {"mr", "mister"},   {"dr", "doctor"},        {"gov", "governor"},   {"sen", "senator"},   {"rep", "representative"},
    {"cannot", "not"},  {"pres", "president"},   {"judgement", "judgment"}, {"cause", "because"}, {"goodbye", "goodbye"},
    {"vs", "versus"},    {"jan", "january"},     {"feb", "february"},   {"aug", "august"},    {"sept", "september"},  {"oct", "october"},
    {"nov", "november"}, {"dec", "december"},    {"cuz", "because"}}};

std::string with_beginning(std::string_view key, std::string_view from, std::string_view to) {
  return std::string(to) + std::string(key.substr(from.size()));
}

// organise -> organize, analysing -> analyzing; only long words, and none that never have a z.
void make_z(std::string& key) {
  static constexpr std::array<std::string_view, 2> kStems = {"is", "ys"};
  static constexpr std::array<std::string_view, 8> kEndings = {"e", "ed", "es", "ing", "ation", "ations", "er", "ers"};
  for (const std::string_view stem : kStems) {
    for (const std::string_view ending : kEndings) {
      const std::size_t tail = stem.size() + ending.size();
      if (key.size() < tail + 4 || !key.ends_with(ending) || key.substr(key.size() - tail, stem.size()) != stem) continue;
      if (stem == "ys" && !key.starts_with("anal") && !key.starts_with("paral")) continue;
      key[key.size() - ending.size() - 1] = 'z';
      return;
    }
  }
}

}  // namespace

std::optional<double> number_of(std::string_view key) {
  if (kNumbers.contains(key)) return number_words().at(key);
  std::string digits;
  std::size_t at = 0;
  for (; at < key.size() && (std::isdigit(static_cast<unsigned char>(key[at])) || key[at] == '.' || key[at] == ','); ++at)
    if (key[at] != ',') digits += key[at];
  if (digits.empty() || digits.front() == '.') return std::nullopt;
  const std::string_view ending = key.substr(at);
  if (!ending.empty() && !kNumberEndings.contains(ending)) return std::nullopt;
  double out = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), out);
  return out * (ending == "k" ? 1e3 : ending == "m" ? 1e6 : ending == "bn" ? 1e9 : 1);
}

std::string figure_of(std::string key) {
  constexpr double kMostExact = 1e15;  // longer figures stay as they are written
  const auto number = number_of(key);
  if (!number || *number >= kMostExact || *number != std::floor(*number)) return key;
  if (key == "second" || key == "once" || key == "twice") return key;
  std::string figure = std::to_string(static_cast<long long>(*number));
  const bool is_written = std::isdigit(static_cast<unsigned char>(key.front())) == 0;
  if (is_written) return kOrdinals.contains(key) ? figure + (key == "third" ? "rd" : "th") : figure;
  if (key == "1st") return "first";
  if (key == "2nd") return "second";
  const bool is_ordinal = key.ends_with("st") || key.ends_with("nd") || key.ends_with("rd") || key.ends_with("th");
  return is_ordinal ? key : figure;
}

bool is_scale(std::string_view key) { return kScales.contains(key); }
bool is_speech_verb(std::string_view key) { return kSpeech.contains(key); }

WordClass class_of(std::string_view key) {
  if (kNegations.contains(key)) return WordClass::negation;
  if (kModals.contains(key)) return WordClass::modal;
  if (kQuantifiers.contains(key)) return WordClass::quantifier;
  if (kPronouns.contains(key)) return WordClass::pronoun;
  if (kFillers.contains(key)) return WordClass::filler;
  if (is_scale(key) || number_of(key)) return WordClass::number;
  return WordClass::other;
}

float weight_of(std::string_view key) {
  if (kFunction.contains(key) || kFillers.contains(key)) return 0.4F;
  return is_common_word(key) ? 1.0F : 1.8F;
}

std::string american(std::string_view key) {
  const auto begins = [key](std::string_view from) { return !key.empty() && key.front() == from.front() && key.starts_with(from); };
  for (const auto& [from, to] : kWords)
    if (begins(from) && key.size() == from.size()) return std::string(to);
  for (const auto& [from, to] : kSpellings)
    if (begins(from)) return with_beginning(key, from, to);
  std::string out(key);
  make_z(out);
  return out;
}

bool opposite_forms(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (a.size() < 4) return false;
  for (const std::string_view prefix : {"un", "in", "im", "ir", "il", "dis", "non", "ab", "anti"})
    if (b.size() == a.size() + prefix.size() && b.starts_with(prefix) && b.ends_with(a)) return true;
  const auto stem_of = [](std::string_view w, std::string_view ending) {
    return w.ends_with(ending) ? w.substr(0, w.size() - ending.size()) : std::string_view();
  };
  const std::string_view less = stem_of(a, "less").empty() ? stem_of(b, "less") : stem_of(a, "less");
  const std::string_view full = stem_of(a, "ful").empty() ? stem_of(b, "ful") : stem_of(a, "ful");
  return !less.empty() && less == full;
}

}  // namespace sayso::trace
