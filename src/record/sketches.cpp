#include <algorithm>
#include <charconv>

#include "record/identity_parts.h"
#include "record/names.h"
#include "record/sketch.h"
#include "record/sketch_reader.h"

namespace sayso::record {
namespace {

constexpr std::size_t kNear = 5;       // mentions to either side whose persons and bodies are company
constexpr std::size_t kMostNamed = 6;  // entities of the whole document that are company to all others
constexpr std::size_t kRead = 48;      // mentions of one entity whose surroundings are read
constexpr std::size_t kNearest = 16;   // neighbours kept for an entity

struct Place {
  Span span;
  std::uint32_t entity;
};

int year_of(const std::optional<std::string>& day) {
  int year = 0;
  if (day && day->size() >= 4) std::from_chars(day->data(), day->data() + 4, year);
  return year;
}

class Sketcher {
 public:
  Sketcher(const Document& document, const Extraction& extraction)
      : entities_(extraction.entities), text_(document.text), reader_(text_, year_of(document.published)), out_(entities_.size()), near_(entities_.size()) {
    for (std::uint32_t e = 0; e < entities_.size(); ++e) name(document, e);
    order();
  }

  std::vector<Sketch> all() {
    read();
    neighbours();
    most_named();
    for (std::uint32_t e = 0; e < out_.size(); ++e) write_company(e);
    return std::move(out_);
  }

 private:
  void name(const Document& document, std::uint32_t e) {
    Sketch& sketch = out_[e];
    const Entity& entity = entities_[e];
    const bool person = entity.type == SourceType::person;
    sketch.type = entity.type;
    sketch.name = person ? without_titles(entity.name) : entity.name;
    if (person) sketch.suffix = parse_person(sketch.name).suffix;
    count(sketch.forms, sketch.name, 2);
    for (const std::string& alias : entity.aliases) {
      const std::string form = person ? without_titles(alias) : alias;
      if (!person || may_be_called(sketch.name, form)) count(sketch.forms, form);
    }
    if (document.outlet) count(sketch.outlets, *document.outlet);
    if (document.published) sketch.first_day = sketch.last_day = *document.published;
    folded_.push_back(fold_name(sketch.name));
    const bool full = folded_.back().find(' ') != std::string::npos;
    company_.push_back(person ? full : entity.type == SourceType::organization);
  }

  void order() {
    for (std::uint32_t e = 0; e < entities_.size(); ++e) {
      for (const Span span : entities_[e].mentions) places_.push_back({span, e});
    }
    std::ranges::sort(places_, {}, [](const Place& p) { return std::pair(p.span.begin, p.entity); });
  }

  void read() {
    std::vector<std::uint32_t> times(entities_.size(), 0);
    std::uint32_t token = 0;
    for (const Place& place : places_) {
      token = reader_.token_at(place.span.begin, token);
      if (++times[place.entity] > kRead) continue;
      const SourceType type = entities_[place.entity].type;
      if (type == SourceType::person) reader_.read(place.span, token, out_[place.entity]);
    }
  }

  void meet(std::uint32_t e, std::uint32_t other, std::uint32_t times) {
    if (e == other || !company_[other]) return;
    auto& list = near_[e];
    const auto found = std::ranges::find(list, other, &std::pair<std::uint32_t, std::uint32_t>::first);
    if (found != list.end()) found->second += times;
    else if (list.size() < kNearest) list.emplace_back(other, times);
  }

  void neighbours() {
    for (std::size_t i = 0; i < places_.size(); ++i) {
      for (std::size_t j = i + 1; j < places_.size() && j <= i + kNear; ++j) {
        meet(places_[i].entity, places_[j].entity, 2);
        meet(places_[j].entity, places_[i].entity, 2);
      }
    }
  }

  void most_named() {
    std::vector<std::uint32_t> order;
    for (std::uint32_t e = 0; e < entities_.size(); ++e) {
      if (company_[e]) order.push_back(e);
    }
    const std::size_t kept = std::min(kMostNamed, order.size());
    std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(kept), order.end(), [&](std::uint32_t a, std::uint32_t b) {
      const std::size_t x = entities_[a].mentions.size(), y = entities_[b].mentions.size();
      return x != y ? x > y : a < b;
    });
    for (std::uint32_t e = 0; e < entities_.size(); ++e) {
      for (std::size_t i = 0; i < kept; ++i) meet(e, order[i], 1);
    }
  }

  void write_company(std::uint32_t e) {
    std::ranges::stable_sort(near_[e], std::ranges::greater{}, [](const auto& entry) { return entry.second; });
    for (const auto& [other, times] : near_[e]) {
      const bool person = entities_[other].type == SourceType::person;
      // One document says it once, however often it names them together.
      count(person ? out_[e].company : out_[e].bodies, person ? folded_[other] : body_text(other));
    }
  }

  const std::string& body_text(std::uint32_t e) {
    if (body_texts_.empty()) body_texts_.resize(entities_.size());
    std::string& text = body_texts_[e];
    if (!text.empty()) return text;
    for (const std::string& word : body_words(entities_[e].name)) text += (text.empty() ? "" : " ") + word;
    return text;
  }

  const std::vector<Entity>& entities_;
  CodePoints text_;
  SketchReader reader_;
  std::vector<Sketch> out_;
  std::vector<std::vector<std::pair<std::uint32_t, std::uint32_t>>> near_;  // entity, times
  std::vector<std::string> folded_, body_texts_;
  std::vector<bool> company_;
  std::vector<Place> places_;
};

}  // namespace

std::vector<Sketch> sketches(const Document& document, const Extraction& extraction) { return Sketcher(document, extraction).all(); }

}  // namespace sayso::record
