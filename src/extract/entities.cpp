#include "extract/entities.h"

#include <algorithm>
#include <optional>
#include <span>
#include <unordered_set>

#include "text/words/given_names.h"
#include "text/words/organization_words.h"
#include "text/words/place_names.h"
#include "text/words/titles.h"
#include "text/words/word_set.h"

namespace sayso {
namespace {

using Index = std::unordered_map<std::string, std::vector<std::uint32_t>>;

std::string join(const NameWords& words, std::string_view glue) {
  std::string out;
  for (const std::string& word : words) {
    if (!out.empty()) out += glue;
    out += word;
  }
  return out;
}

// First words of many names: no short form of any of them.
bool is_generic(std::string_view word) {
  static const WordSet set("national american british federal first united general new north south east west northern southern eastern western royal "
                           "international world global central city county public free great us european house senate state high supreme "
                           "saint san los las st black white red blue green");
  return set.contains(word) || is_people_adjective(word);
}

bool may_be(NameKind mention, NameKind entity) {
  return mention == NameKind::unknown || entity == NameKind::unknown || mention == entity;
}

class Linker {
 public:
  Linker(const WordForms& forms, std::vector<Mention> mentions) : f_(forms) {
    table_.mentions = std::move(mentions);
    table_.entity_of.assign(table_.mentions.size(), kNoEntity);
  }

  NameTable link() {
    for (std::uint32_t i = 0; i < size(); ++i) {
      if (is_full(mention(i))) full(i);
    }
    last_full_.assign(table_.entities.size(), kNoEntity);
    last_any_.assign(table_.entities.size(), 0);
    for (std::uint32_t i = 0; i < size(); ++i) {
      if (home(i) != kNoEntity) seen_in_full(i);
      else if (is_short(mention(i))) shortened(i);
    }
    for (std::uint32_t i = 0; i < size(); ++i) {
      if (home(i) != kNoEntity) table_.entities[home(i)].mentions.push_back(i);
    }
    settle();
    locate();
    table_.by_name = std::move(by_name_);
    return std::move(table_);
  }

 private:
  std::uint32_t size() const { return static_cast<std::uint32_t>(table_.mentions.size()); }
  const Mention& mention(std::uint32_t i) const { return table_.mentions[i]; }
  NamedEntity& entity(std::uint32_t e) { return table_.entities[e]; }
  std::uint32_t home(std::uint32_t i) const { return table_.entity_of[i]; }

  static bool is_linkable(const Mention& m) { return !m.adjective && m.kind != NameKind::work; }
  bool is_handle(const Mention& m) const { return f_.is(m.name.begin, "@"); }
  bool is_full(const Mention& m) const { return is_linkable(m) && m.words.size() > 1; }
  static bool is_short(const Mention& m) { return is_linkable(m) && m.words.size() == 1; }

  // ---- names of two words and more

  void full(std::uint32_t i) {
    const Mention& m = mention(i);
    std::uint32_t e = exact(m);
    if (e == kNoEntity) e = alike(m);
    if (e == kNoEntity) e = create(m);
    join_to(i, e);
  }

  std::uint32_t exact(const Mention& m) const {
    const auto found = by_name_.find(join(m.words, " "));
    return found == by_name_.end() ? kNoEntity : found->second;
  }

  std::span<const std::uint32_t> candidates(const std::string& word) const {
    const auto found = by_word_.find(word);
    if (found == by_word_.end()) return {};
    const std::span<const std::uint32_t> all = found->second;
    return all.size() <= kMaxCandidates ? all : all.last(kMaxCandidates);
  }

  std::uint32_t alike(const Mention& m) const {
    const auto fits = [&](std::uint32_t e) {
      const NamedEntity& other = table_.entities[e];
      if (other.words.size() < 2 || !may_be(m.kind, other.kind) || differ(m.gender, other.gender)) return false;
      const bool body = m.kind == NameKind::organization || other.kind == NameKind::organization;
      return body ? same_body_name(m.words, other.words) : same_person_name(m.words, other.words);
    };
    for (const std::string& word : {std::string(surname(m.words)), m.words.front()}) {
      for (const std::uint32_t e : candidates(word)) {
        if (fits(e)) return e;
      }
    }
    return kNoEntity;
  }

  std::uint32_t create(const Mention& m) {
    const auto e = static_cast<std::uint32_t>(table_.entities.size());
    NamedEntity fresh;
    fresh.words = m.words, fresh.name = m.name, fresh.nickname = m.nickname, fresh.kind = m.kind, fresh.gender = m.gender;
    table_.entities.push_back(std::move(fresh));
    votes_.emplace_back();
    register_words(e, m);
    return e;
  }

  void register_words(std::uint32_t e, const Mention& m) {
    by_name_.try_emplace(join(m.words, " "), e);
    if (m.words.size() > 1) by_spelling_.try_emplace(join(m.words, ""), e);
    for (const std::string& word : m.words) put(by_word_, word, e);
    for (const std::string& word : name_words(f_, m.nickname)) {
      put(by_word_, word, e);
      nicknamed_.insert(word + "/" + std::to_string(e));
    }
    if (m.words.size() < (m.kind == NameKind::person ? 3 : 2)) return;
    put(by_initials_, initials(m.words, false), e);
    put(by_initials_, initials(m.words, true), e);
  }

  static void put(Index& index, const std::string& key, std::uint32_t e) {
    std::vector<std::uint32_t>& list = index[key];
    if (list.empty() || list.back() != e) list.push_back(e);
  }

  // A full name's own words say most; a lone word's tag says little.
  static int weight(const Mention& m) {
    if (!m.certain) return 1;
    return m.tagged ? 2 : m.words.size() > 1 || !m.title.empty() ? 12 : 4;
  }

  void join_to(std::uint32_t i, std::uint32_t e) {
    const Mention& m = mention(i);
    table_.entity_of[i] = e;
    NamedEntity& to = entity(e);
    votes_[e][static_cast<std::size_t>(m.kind)] += weight(m);
    if (to.gender == Gender::unknown) to.gender = m.gender;
    const bool longer = m.words.size() > to.words.size() || (m.words.size() == to.words.size() && join(m.words, "").size() > join(to.words, "").size());
    if (longer && !is_handle(m) && !m.acronym) {
      to.words = m.words, to.name = m.name, to.nickname = m.nickname;
      register_words(e, m);
    } else if (!m.nickname.empty()) {
      register_words(e, m);
    }
    if (to.kind == NameKind::unknown) to.kind = m.kind;
  }

  // ---- names of one word

  void seen_in_full(std::uint32_t i) {
    const Mention& m = mention(i);
    if (!is_relative_of_another(m)) last_full_[home(i)] = m.all.begin;
    else if (last_full_[home(i)] == kNoEntity) last_full_[home(i)] = 0;
    last_any_[home(i)] = m.all.begin;
    // "National Health Board (NHB)"
    if (i + 1 < size() && mention(i + 1).acronym && f_.is(m.all.end, "(") && mention(i + 1).all.begin == m.all.end + 1 &&
        f_.is(mention(i + 1).all.end, ")")) {
      defined_[mention(i + 1).words.front()] = home(i);
    }
  }

  // "his father, Ron Cole": named beside somebody of the same name, who stays the one that "Cole" means.
  bool is_relative_of_another(const Mention& m) const {
    static const WordSet kin("father mother wife husband son daughter brother sister uncle aunt nephew niece cousin grandfather grandmother "
                             "grandson granddaughter widow widower");
    const std::uint32_t b = m.all.begin;
    return (b > 0 && kin.contains(f_.folded(b - 1))) || (b > 1 && f_.is(b - 1, ",") && kin.contains(f_.folded(b - 2)));
  }

  void shortened(std::uint32_t i) {
    include_elder(table_.mentions[i]);
    const Mention& m = mention(i);
    std::uint32_t e = is_handle(m) ? of_handle(i) : of_word(m);
    if (e == kNoEntity) e = create_short(m);
    join_to(i, e);
    last_any_[e] = m.all.begin;
  }

  // "the younger Cole": both words are part of the mention.
  void include_elder(Mention& m) const {
    const std::uint32_t b = m.all.begin;
    if (b > 1 && f_.is(b - 2, "the") && (f_.is(b - 1, "elder") || f_.is(b - 1, "younger"))) m.all.begin = b - 2;
  }

  std::uint32_t create_short(const Mention& m) {
    const std::uint32_t e = create(m);
    last_full_.push_back(m.all.begin);
    last_any_.push_back(m.all.begin);
    return e;
  }

  std::uint32_t of_word(const Mention& m) {
    const std::string& word = m.words.front();
    if (const auto found = defined_.find(word); found != defined_.end()) return found->second;
    if (const std::uint32_t family = of_family(m); family != kNoEntity) return family;
    std::vector<std::uint32_t> fit;
    int best = 0;
    for (const std::uint32_t e : candidates(word)) {
      const int rank = fits(m, table_.entities[e], e);
      if (rank > best) best = rank, fit.clear();
      if (rank == best && rank > 0) fit.push_back(e);
    }
    if (m.acronym && best < 3) {
      if (const auto found = by_initials_.find(word); found != by_initials_.end()) return found->second.front();
    }
    return fit.empty() ? kNoEntity : choose(m, fit);
  }

  // How well a word names an entity: 4 its whole name, 3 its surname, 2 a given name or nickname or a body's short form; 0 not.
  int fits(const Mention& m, const NamedEntity& e, std::uint32_t index) const {
    const std::string& word = m.words.front();
    if (differ(m.gender, e.gender) || differ(m.gender, gender_of(e))) return 0;
    if (e.words.size() == 1) return may_be(m.kind, e.kind) || !m.certain ? 4 : 0;
    const bool place = m.kind == NameKind::place;
    if (e.kind == NameKind::person) {
      if (m.kind == NameKind::organization && (is_organization_word(word) || is_known_outlet(word))) return 0;
      if (place && is_local(m)) return 0;
      if (surname(e.words) == word) return 3;
      if (!m.title.empty() && !familiar(m)) return e.words.size() > 2 && !is_given_name(word) && e.words.front() != word ? 2 : 0;
      return e.words.front() == word || e.words.back() == word || by_nickname(word, index) ? 2 : 0;
    }
    if (e.kind == NameKind::place) return m.article && is_direction(word) && e.words.front() == word ? 2 : 0;  // "the North"
    if (place || m.kind == NameKind::person || m.kind == NameKind::group || e.kind == NameKind::group || is_generic(word)) return 0;
    if (e.words.front() == word && !is_organization_word(word)) return is_given_name(word) || !ends_as_body(e) ? 0 : 2;
    return e.words.back() == word && (m.article || !stands_alone(word)) ? 2 : 0;
  }

  // Bodies that are called by one word: "Congress" is no short form of the African National Congress.
  static bool stands_alone(std::string_view word) {
    static const WordSet set("congress senate parliament house council cabinet treasury commons police army navy");
    return set.contains(word);
  }

  static bool is_direction(std::string_view word) { return word == "north" || word == "south" || word == "east" || word == "west"; }
  static bool ends_as_body(const NamedEntity& e) {
    return std::any_of(e.words.begin() + 1, e.words.end(), [](const std::string& w) { return is_organization_word(w) || w == "of"; });
  }

  // "in Jordan", "from Washington".
  bool is_local(const Mention& m) const {
    static const WordSet set("in at from near to across outside of");
    return m.all.begin > 0 && set.contains(f_.folded(m.all.begin - 1));
  }

  // Dame Ruth, Pope Francis, Queen Anne: titles that go with a given name.
  bool familiar(const Mention& m) const {
    static const WordSet set("dame sir queen king prince princess pope lady lord saint sister brother");
    return set.contains(f_.folded(m.title.begin));
  }

  bool by_nickname(const std::string& word, std::uint32_t e) const { return nicknamed_.contains(word + "/" + std::to_string(e)); }

  static Gender gender_of(const NamedEntity& e) {
    return e.kind == NameKind::person && e.words.size() > 1 ? given_name_gender(e.words.front()) : Gender::unknown;
  }

  // "the Coles": a family, where a Cole is known.
  std::uint32_t of_family(const Mention& m) {
    const std::string& word = m.words.front();
    if (!m.article || !word.ends_with('s') || word.size() < 4 || by_word_.contains(word)) return kNoEntity;
    const std::string stem = word.substr(0, word.size() - 1);
    const auto is_person = [&](std::uint32_t e) { return entity(e).kind == NameKind::person && surname(entity(e).words) == stem; };
    if (!std::ranges::any_of(candidates(stem), is_person)) return kNoEntity;
    const std::uint32_t e = create_short(m);
    entity(e).kind = NameKind::group;
    votes_[e][static_cast<std::size_t>(NameKind::group)] += 5;
    return e;
  }

  // Several bear the name: the elder and the younger; whoever was named in full in this paragraph, where nobody else of the
  // name was; the one that the bare name meant first; else the first to come.
  std::uint32_t choose(const Mention& m, std::span<const std::uint32_t> fit) {
    if (fit.size() == 1) return fit.front();
    const std::uint32_t at = m.name.begin;
    std::vector<std::uint32_t> before;
    for (const std::uint32_t e : fit) {
      if (last_full_[e] != kNoEntity) before.push_back(e);
    }
    if (before.empty()) return fit.front();
    if (at > 0 && f_.is(at - 1, "elder")) return before.front();
    if (at > 0 && f_.is(at - 1, "younger")) return before.back();
    const auto latest = *std::ranges::max_element(before, {}, [&](std::uint32_t e) { return last_full_[e]; });
    const auto here = [&](std::uint32_t e) { return f_.paragraph(last_full_[e]) == f_.paragraph(at); };
    const auto bound = sticky_.try_emplace(m.words.front(), before.front()).first->second;
    const bool bound_fits = std::ranges::find(before, bound) != before.end();
    if (!bound_fits || (here(latest) && !here(bound))) return latest;
    // Out of the story for long, while another came in just before.
    const bool faded = f_.paragraph(last_any_[bound]) + 4 < f_.paragraph(at) && f_.paragraph(last_full_[latest]) + 2 >= f_.paragraph(at);
    return faded ? latest : bound;
  }

  // "Ann Cole (@anncole)": the account of whom it follows; else of whom it spells.
  std::uint32_t of_handle(std::uint32_t i) const {
    const Mention& m = mention(i);
    const bool bracket = m.all.begin > 1 && f_.is(m.all.begin - 1, "(");
    if (bracket && i > 0 && mention(i - 1).all.end + 2 >= m.all.begin && home(i - 1) != kNoEntity) return home(i - 1);
    if (bracket) {
      if (const std::uint32_t e = written_small(m.all.begin - 1); e != kNoEntity) return e;
    }
    for (const std::string_view office : {"", "real", "the", "sen", "rep", "gov", "senator", "official"}) {
      std::string_view handle = m.words.front();
      if (!handle.starts_with(office)) continue;
      handle.remove_prefix(office.size());
      if (const auto found = by_spelling_.find(std::string(handle)); found != by_spelling_.end()) return found->second;
    }
    return kNoEntity;
  }

  // "— june abara (@junebug)": the words before the bracket spell a name known elsewhere.
  std::uint32_t written_small(std::uint32_t bracket) const {
    std::uint32_t end = bracket;
    while (end > 0 && end + 4 > bracket && !f_.is_word(end - 1)) --end;
    for (std::uint32_t begin = end > 4 ? end - 4 : 0; begin + 1 < end; ++begin) {
      const auto found = by_name_.find(join(name_words(f_, {begin, end}), " "));
      if (found != by_name_.end()) return found->second;
    }
    return kNoEntity;
  }

  // ---- at the end

  void settle() {
    for (std::uint32_t e = 0; e < table_.entities.size(); ++e) {
      NamedEntity& it = entity(e);
      auto votes = votes_[e];
      votes[static_cast<std::size_t>(NameKind::unknown)] = 0;
      const auto top = std::ranges::max_element(votes);
      if (*top > 0) it.kind = static_cast<NameKind>(top - votes.begin());
      if (it.gender == Gender::unknown) it.gender = gender_of(it);
    }
  }

  void locate() {
    table_.mention_at.assign(f_.size(), kNoMention);
    for (std::uint32_t i = 0; i < size(); ++i) {
      for (std::uint32_t t = mention(i).all.begin; t < mention(i).all.end; ++t) table_.mention_at[t] = i;
    }
  }

  const WordForms& f_;
  NameTable table_;
  std::vector<std::array<int, 7>> votes_;
  std::vector<std::uint32_t> last_full_;  // token of the last full mention so far, an entity
  std::vector<std::uint32_t> last_any_;   // and of the last one of any form
  Index by_word_, by_initials_;
  std::unordered_set<std::string> nicknamed_;  // "ace/3"
  std::unordered_map<std::string, std::uint32_t> by_name_, by_spelling_, defined_, sticky_;
};

}  // namespace

NameTable link_names(const WordForms& forms, std::vector<Mention> mentions) {
  return Linker(forms, std::move(mentions)).link();
}

}  // namespace sayso
