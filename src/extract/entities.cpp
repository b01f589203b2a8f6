#include "extract/entities.h"

#include <algorithm>
#include <unordered_set>

#include "extract/other_names.h"
#include "extract/short_names.h"
#include "text/words/given_names.h"
#include "text/words/organization_words.h"
#include "text/words/place_names.h"
#include "text/words/word_set.h"

namespace sayso {
namespace {

bool may_be(NameKind mention, NameKind entity) {
  return mention == NameKind::unknown || entity == NameKind::unknown || mention == entity;
}

// Which way the parts of a name were used alone.
struct Uses {
  int first = 0;  // "Castellan" for "Castellan Row"
  int last = 0;   // "Row"
};

class Linker {
 public:
  Linker(const WordForms& forms, std::vector<Mention> mentions) : f_(forms) {
    table_.mentions = std::move(mentions);
    table_.entity_of.assign(table_.mentions.size(), kNoEntity);
    table_.link_of.assign(table_.mentions.size(), Link::first);
  }

  NameTable link() {
    for (std::uint32_t i = 0; i < size(); ++i) {
      if (is_full(mention(i))) full(i);
    }
    other_names();
    for (const auto& [account, name] : find_account_owners(f_, table_.mentions))
      owners_.try_emplace(mention(account).words.front(), name);
    ShortNames short_names(f_, table_, index_);
    for (std::uint32_t i = 0; i < size(); ++i) {
      if (home(i) != kNoEntity)
        seen_in_full(i, short_names);
      else if (is_short(mention(i)))
        shortened(i, short_names);
    }
    for (std::uint32_t i = 0; i < size(); ++i) {
      if (home(i) != kNoEntity) table_.entities[home(i)].mentions.push_back(i);
    }
    settle();
    locate();
    table_.by_name = index_.take_names();
    return std::move(table_);
  }

 private:
  std::uint32_t size() const { return static_cast<std::uint32_t>(table_.mentions.size()); }
  const Mention& mention(std::uint32_t i) const { return table_.mentions[i]; }
  NamedEntity& entity(std::uint32_t e) { return table_.entities[e]; }
  std::uint32_t home(std::uint32_t i) const { return table_.entity_of[i]; }

  static bool is_linkable(const Mention& m) { return !m.adjective && m.kind != NameKind::work; }
  bool is_handle(const Mention& m) const { return f_.is(m.name.begin, "@"); }
  static bool is_full(const Mention& m) { return is_linkable(m) && m.words.size() > 1; }
  static bool is_short(const Mention& m) { return is_linkable(m) && m.words.size() == 1; }

  // ---- names of two words and more

  void full(std::uint32_t i) {
    const Mention& m = mention(i);
    std::uint32_t e = index_.exact(m.words);
    if (e == kNoEntity && !m.title.empty()) e = index_.exact(name_words(f_, m.all));
    if (e == kNoEntity) {
      e = alike(m);
      if (e == kNoEntity)
        e = create(m);
      else
        table_.link_of[i] = surname(m.words) == surname(entity(e).words) && !same_person_name(m.words, entity(e).words)
                                ? Link::nickname
                                : Link::fuller;
    }
    join_to(i, e);
  }

  std::uint32_t alike(const Mention& m) const {
    const auto fits = [&](std::uint32_t e) {
      const NamedEntity& other = table_.entities[e];
      if (other.words.size() < 2 || !may_be(m.kind, other.kind) || differ(m.gender, other.gender)) return false;
      const bool body = m.kind == NameKind::organization || other.kind == NameKind::organization;
      if (body) return same_body_name(m.words, other.words);
      return same_person_name(m.words, other.words) || same_by_nickname(m, other, e);
    };
    for (const std::string& word : {std::string(surname(m.words)), m.words.front()}) {
      for (const std::uint32_t e : index_.candidates(word)) {
        if (fits(e)) return e;
      }
    }
    return kNoEntity;
  }

  // "Moxie Drake" and “Marisol "Moxie" Drake”, whichever comes first.
  bool same_by_nickname(const Mention& m, const NamedEntity& other, std::uint32_t e) const {
    if (surname(m.words) != surname(other.words)) return false;
    if (index_.is_nickname(m.words.front(), e)) return true;
    const NameWords nick = name_words(f_, m.nickname);
    return nick.size() == 1 && nick.front() == other.words.front();
  }

  std::uint32_t create(const Mention& m) {
    const auto e = static_cast<std::uint32_t>(table_.entities.size());
    NamedEntity fresh;
    fresh.words = m.words, fresh.name = m.name, fresh.nickname = m.nickname, fresh.kind = m.kind,
    fresh.gender = m.gender;
    table_.entities.push_back(std::move(fresh));
    votes_.emplace_back();
    uses_.emplace_back();
    register_words(e, m);
    return e;
  }

  void register_words(std::uint32_t e, const Mention& m) {
    index_.add(e, m.words, m.kind == NameKind::person);
    index_.add_nickname(e, name_words(f_, m.nickname));
  }

  // A full name's own words say most; a lone word's tag says little; a surname in capitals, as transcripts have it,
  // nothing.
  int weight(const Mention& m, const NamedEntity& to) const {
    if (m.acronym && to.words.size() > 1 && !m.certain) return 0;
    if (is_handle(m) && to.words != m.words) return 0;  // accounts are bodies' too
    if (!m.certain) return 1;
    return m.tagged ? 2 : m.words.size() > 1 || !m.title.empty() ? 12 : 4;
  }

  void join_to(std::uint32_t i, std::uint32_t e) {
    const Mention& m = mention(i);
    table_.entity_of[i] = e;
    NamedEntity& to = entity(e);
    votes_[e][static_cast<std::size_t>(m.kind)] += weight(m, to);
    if (m.words.size() == 1 && to.words.size() > 1) {
      uses_[e].first += m.words.front() == to.words.front();
      uses_[e].last += m.words.front() == to.words.back();
    }
    if (to.gender == Gender::unknown) to.gender = m.gender;
    if (m.kind == NameKind::person && m.certain && !m.tagged) people_.insert(e);
    const bool longer =
        m.words.size() > to.words.size() ||
        (m.words.size() == to.words.size() && join_words(m.words, "").size() > join_words(to.words, "").size());
    if (longer && !is_handle(m) && !m.acronym) {
      to.words = m.words, to.name = m.name, to.nickname = m.nickname;
      register_words(e, m);
    } else if (!m.nickname.empty()) {
      register_words(e, m);
    }
    if (to.kind == NameKind::unknown) to.kind = m.kind;
  }

  // The later name's mentions move to the earlier one's entity.
  void other_names() {
    std::unordered_map<std::uint32_t, std::uint32_t> moved;
    for (const auto& [a, b] : find_other_names(f_, table_.mentions)) {
      const std::uint32_t to = home(a), from = home(b);
      if (to == kNoEntity || from == kNoEntity || to == from || moved.contains(from) || moved.contains(to)) continue;
      moved[from] = to;
      index_.add_other(to, entity(from).words);
      entity(to).kind = NameKind::person;
      votes_[to][static_cast<std::size_t>(NameKind::person)] += 12;
      if (entity(to).gender == Gender::unknown) entity(to).gender = given_name_gender(entity(from).words.front());
      entity(from).words.clear();  // nobody's now
    }
    for (std::uint32_t i = 0; i < size(); ++i) {
      const auto found = moved.find(home(i));
      if (found != moved.end()) table_.entity_of[i] = found->second, table_.link_of[i] = Link::other_name;
    }
  }

  // ---- names of one word

  void seen_in_full(std::uint32_t i, ShortNames& short_names) {
    short_names.passed(i, true);
    const Mention& m = mention(i);
    const bool bracket =
        i + 1 < size() && mention(i + 1).acronym && f_.is(m.all.end, "(") && mention(i + 1).all.begin == m.all.end + 1;
    if (bracket && f_.is(mention(i + 1).all.end, ")")) short_names.defined(mention(i + 1).words.front(), home(i));
  }

  void shortened(std::uint32_t i, ShortNames& short_names) {
    include_elder(table_.mentions[i]);
    const Mention& m = mention(i);
    const bool family = !is_handle(m) && short_names.is_family(m);
    std::uint32_t e = family ? kNoEntity : is_handle(m) ? of_handle(i) : short_names.who(m);
    if (e == kNoEntity) {
      e = create(m);
      short_names.created(m.all.begin);
      if (family) entity(e).kind = NameKind::group, votes_[e][static_cast<std::size_t>(NameKind::group)] += 5;
    } else {
      table_.link_of[i] = is_handle(m) ? Link::account : short_names.link(m, e);
      if (short_names.bearers().size() > 1 && !is_handle(m)) table_.bearers[i] = short_names.bearers();
    }
    join_to(i, e);
    short_names.passed(i, false);
  }

  // "the younger Cole": both words are part of the mention.
  void include_elder(Mention& m) const {
    const std::uint32_t b = m.all.begin;
    if (b > 1 && f_.is(b - 2, "the") && (f_.is(b - 1, "elder") || f_.is(b - 1, "younger"))) m.all.begin = b - 2;
  }

  // "Ann Cole (@anncole)": the account of whom it follows; else of whom it spells.
  std::uint32_t of_handle(std::uint32_t i) const {
    const Mention& m = mention(i);
    const bool bracket = m.all.begin > 1 && f_.is(m.all.begin - 1, "(");
    if (const auto owner = owners_.find(m.words.front()); owner != owners_.end()) return home(owner->second);
    if (bracket && i > 0 && mention(i - 1).all.end + 2 >= m.all.begin && home(i - 1) != kNoEntity) return home(i - 1);
    if (bracket) {
      if (const std::uint32_t e = written_small(m.all.begin - 1); e != kNoEntity) return e;
    }
    for (const std::string_view office : {"", "real", "the", "sen", "rep", "gov", "senator", "official"}) {
      std::string_view handle = m.words.front();
      if (!handle.starts_with(office)) continue;
      handle.remove_prefix(office.size());
      if (const std::uint32_t e = index_.spelled(handle); e != kNoEntity) return e;
    }
    return kNoEntity;
  }

  // "— june abara (@junebug)": the words before the bracket spell a name known elsewhere.
  std::uint32_t written_small(std::uint32_t bracket) const {
    std::uint32_t end = bracket;
    while (end > 0 && end + 4 > bracket && !f_.is_word(end - 1)) --end;
    for (std::uint32_t begin = end > 4 ? end - 4 : 0; begin + 1 < end; ++begin) {
      if (const std::uint32_t e = index_.exact(name_words(f_, {begin, end})); e != kNoEntity) return e;
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
      it.certain = *top >= 4;
      // People are called by their last name, bodies by their first: "Castellan" for "Castellan Row".
      const bool called_by_first =
          it.words.size() > 1 && uses_[e].first > 0 && uses_[e].last == 0 && !is_given_name(it.words.front());
      if (it.kind == NameKind::person && *top < 12 && called_by_first && !people_.contains(e))
        it.kind = NameKind::organization, it.certain = false;
      if (it.gender == Gender::unknown && it.kind == NameKind::person && it.words.size() > 1)
        it.gender = given_name_gender(it.words.front());
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
  NameIndex index_;
  std::vector<std::array<int, 7>> votes_;
  std::vector<Uses> uses_;
  std::unordered_map<std::string, std::uint32_t> owners_;  // of an account: a mention of whose it is
  std::unordered_set<std::uint32_t> people_;               // told by more than shape and tag
};

}  // namespace

NameTable link_names(const WordForms& forms, std::vector<Mention> mentions) {
  return Linker(forms, std::move(mentions)).link();
}

}  // namespace sayso
