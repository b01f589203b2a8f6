#include <algorithm>
#include <charconv>
#include <cstdlib>

#include "record/identity_parts.h"
#include "record/names.h"
#include "text/words/word_set.h"

namespace sayso::record {
namespace {

// Named in so many articles that to be named beside them says little.
bool is_everywhere(std::string_view text) {
  static const WordSet bodies("senate house congress police council government court twitter facebook reuters cnn bbc ap fbi nato un parliament youtube google");
  static constexpr std::string_view kLong[] = {"supreme court", "white house", "associated press", "fox news", "new york times", "washington post",
                                               "united nations", "european union", "donald trump", "barack obama", "hillary clinton", "joe biden"};
  return bodies.contains(text) || std::ranges::find(kLong, text) != std::end(kLong);
}

// Offices that are held in one place; a striker changes clubs.
bool is_office(std::string_view head) {
  static const WordSet set("mayor governor senator representative councillor councilor councilman councilwoman mp sheriff bishop archbishop coroner premier minister "
                           "president chancellor judge member delegate ambassador treasurer superintendent chief");
  return set.contains(head);
}

std::string_view place_head(std::string_view role) {
  const std::string_view head = head_of(role);
  return head == "republican" || head == "democrat" || head == "politician" ? "member" : head;
}

class Roles {
 public:
  Roles(const Counts& a, const Counts& b, bool common) : common_(common) {
    for (const Counted& x : a) {
      for (const Counted& y : b) pair(x.text, y.text);
    }
    fields(a, b);
  }

  void add_to(std::vector<Evidence>& out) && {
    for (Evidence& found : shared_) out.push_back(std::move(found));
    if (shared_.empty() && !related_.reason.empty()) out.push_back(std::move(related_));
    if (!party_.reason.empty() && !same_place_) out.push_back(std::move(party_));
    if (!places_.reason.empty() && !same_place_) out.push_back(std::move(places_));
    else if (shared_.empty() && !fields_.reason.empty()) out.push_back(std::move(fields_));
  }

 private:
  void share(std::string_view head, double weight, std::string reason) {
    const auto known = std::ranges::find(heads_, head);
    if (known != heads_.end()) {
      Evidence& found = shared_[static_cast<std::size_t>(known - heads_.begin())];
      if (weight > found.weight) found = {weight, std::move(reason)};
      return;
    }
    if (shared_.size() == 3) return;
    heads_.emplace_back(head);
    shared_.push_back({shared_.empty() ? weight : weight / 2, std::move(reason)});
  }

  void pair(const std::string& x, const std::string& y) {
    const std::string_view h = head_of(x), p = place_of(x), q = place_of(y);
    const bool same = h == head_of(y);
    if (place_head(x) == place_head(y) && !p.empty() && !q.empty()) {
      if (p == q) same_place_ = true;
      else if (is_office(place_head(x)) && places_.reason.empty()) places_ = {-2.6, x + " against " + y};
    }
    if ((h == "republican" && head_of(y) == "democrat") || (h == "democrat" && head_of(y) == "republican")) party_ = {-1.5, x + " against " + y};
    if (!same) return;
    if (x == y && !p.empty()) return share(h, 2.0, "both " + x);
    const bool modified = x.substr(0, x.find(" of ")) != y.substr(0, y.find(" of ")) && x.find(' ') != std::string::npos && y.find(' ') != std::string::npos;
    if (modified && p.empty() && q.empty()) return share(h, 0.3, "both " + std::string(h));
    if (!p.empty() && !q.empty() && p != q && is_office(h)) return;
    share(h, fields_of(x) != 0 || x == y ? 1.2 : 0.9, "both " + (x == y ? x : std::string(h)));
  }

  void fields(const Counts& a, const Counts& b) {
    for (const Counted& x : a) {
      for (const Counted& y : b) {
        const std::uint64_t f = fields_of(x.text), g = fields_of(y.text);
        if (f == 0 || g == 0) continue;
        if ((f & g) != 0) related_ = {0.5, "related roles: " + x.text + ", " + y.text};
        else if (fields_.reason.empty()) fields_ = {common_ ? -2.8 : -1.5, x.text + " against " + y.text};
      }
    }
    if (!related_.reason.empty()) fields_ = {};
  }

  bool common_;
  bool same_place_ = false;
  std::vector<std::string> heads_;
  std::vector<Evidence> shared_;
  Evidence related_, places_, fields_, party_;
};

// Few of those named near two are the same: their hashes tell, without a look at the words.
struct Named {
  const Counts& counts;
  const Hashes& hashes;

  bool contain(const std::string& text, std::uint32_t hash) const {
    return hashes.perhaps(hash) && std::ranges::find(counts, text, &Counted::text) != counts.end();
  }
};

void add_shared(std::vector<Evidence>& out, Named a, Named b, double first, double next, std::string_view words) {
  Evidence found;
  std::size_t shared = 0;
  for (std::size_t i = 0; i < a.hashes.size; ++i) {
    const Counted& x = a.counts[i];
    if (!b.contain(x.text, a.hashes.of[i])) continue;
    const bool weak = is_everywhere(x.text);
    if (++shared > 4) break;
    found.weight += weak ? 0.15 : found.weight < 0.5 ? first : next;
    if (!weak || found.reason.empty()) found.reason += (found.reason.empty() ? std::string(words) : ", ") + x.text;
  }
  if (found.weight > 0) out.push_back(std::move(found));
}

int number(const std::string& digits) {
  int out = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), out);
  return out;
}

void add_years(std::vector<Evidence>& out, const Counts& a, const Counts& b) {
  int nearest = 1000;
  for (const Counted& x : a) {
    for (const Counted& y : b) nearest = std::min(nearest, std::abs(number(x.text) - number(y.text)));
  }
  if (a.empty() || b.empty()) return;
  if (nearest <= 1) out.push_back({1.4, "same age"});
  else if (nearest > 2) out.push_back({-4.0, "born about " + a.front().text + " against " + b.front().text});
}

// +1: the text has her as a woman, -1: as a man, 0: it does not say or is of two minds.
int told(const Sketch& sketch) {
  if (sketch.she > 2 * sketch.he) return 1;
  return sketch.he > 2 * sketch.she ? -1 : 0;
}

void add_gender(std::vector<Evidence>& out, const Sketch& a, const Sketch& b) {
  if (told(a) * told(b) >= 0) return;
  const bool sure = std::max(a.she, a.he) > 2 && std::max(b.she, b.he) > 2;
  out.push_back({sure ? -4.5 : -3.2, told(a) > 0 ? "she against he" : "he against she"});
}

// A document that names both by different names takes them for two.
void add_side_by_side(std::vector<Evidence>& out, const Sketch& a, const Compared& x, const Sketch& b, const Compared& y) {
  if (x.folded == y.folded) return;
  const Named beside_a{a.company, x.company}, beside_b{b.company, y.company};
  if (beside_a.contain(y.folded, compared_hash(y.folded)) || beside_b.contain(x.folded, compared_hash(x.folded)))
    out.push_back({-3.5, std::string(kSideBySide)});
}

}  // namespace

std::vector<Evidence> compare_context(const Sketch& a, const Compared& x, const Sketch& b, const Compared& y, bool common_name) {
  std::vector<Evidence> out;
  if (a.type == SourceType::person) {
    Roles(a.roles, b.roles, common_name).add_to(out);
    add_years(out, a.born, b.born);
    add_gender(out, a, b);
    add_side_by_side(out, a, x, b, y);
  }
  add_shared(out, {a.bodies, x.bodies}, {b.bodies, y.bodies}, 1.2, 0.6, "both with ");
  add_shared(out, {a.company, x.company}, {b.company, y.company}, 1.3, 0.7, "both beside ");
  add_shared(out, {a.outlets, x.outlets}, {b.outlets, y.outlets}, 0.2, 0.0, "both in ");
  return out;
}

}  // namespace sayso::record
