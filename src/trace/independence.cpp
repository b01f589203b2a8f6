#include "trace/independence.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

namespace sayso::trace {
namespace {

class Groups {
 public:
  explicit Groups(std::size_t size) : parent_(size) { std::iota(parent_.begin(), parent_.end(), 0); }

  std::uint32_t root(std::uint32_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }
  bool join(std::uint32_t a, std::uint32_t b) {
    a = root(a), b = root(b);
    parent_[std::max(a, b)] = std::min(a, b);
    return a != b;
  }
  std::uint32_t count() {
    std::uint32_t out = 0;
    for (std::uint32_t i = 0; i < parent_.size(); ++i) out += root(i) == i;
    return out;
  }

 private:
  std::vector<std::uint32_t> parent_;
};

bool is_sure(EdgeType type) { return type != EdgeType::shared_reading && type != EdgeType::contained; }

std::string_view says(EdgeType type) {
  switch (type) {
    case EdgeType::stated:
      return "names";
    case EdgeType::credited:
      return "credits";
    case EdgeType::linked:
      return "links to";
    case EdgeType::shared_reading:
      return "may have it from the same place as";
    case EdgeType::shared_text:
      return "has the same words around it as";
    case EdgeType::contained:
      return "may have cut it from";
    case EdgeType::publisher:
      break;
  }
  return "is of one publisher with";
}

class Counter {
 public:
  explicit Counter(Tracing& tracing) : t_(tracing), sure_(tracing.witnesses.size()), maybe_(tracing.witnesses.size()) {}

  void count() {
    join_documents();
    join_near();
    for (const bool sure : {true, false})
      for (const Edge& edge : t_.lineage)
        if (is_sure(edge.type) == sure) join(edge, sure);
    t_.independent_sources.most = sure_.count();
    t_.independent_sources.least = maybe_.count();
    find_odd();
  }

 private:
  std::string name(std::uint32_t i) const { return outlet_name(t_.witnesses[i].witness); }

  void note(bool joined, std::string reason) {
    auto& reasons = t_.independent_sources.reasons;
    if (joined && std::find(reasons.begin(), reasons.end(), reason) == reasons.end())
      reasons.push_back(std::move(reason));
  }

  void join_documents() {
    std::map<std::int64_t, std::uint32_t> first;
    for (std::uint32_t i = 0; i < t_.witnesses.size(); ++i) {
      const auto at = first.try_emplace(t_.witnesses[i].witness.source->number, i).first;
      sure_.join(at->second, i), maybe_.join(at->second, i);
    }
  }

  void join_near() {
    for (const auto& group : t_.near_groups)
      for (const std::uint32_t i : group) {
        const bool joined = sure_.join(group.front(), i);
        maybe_.join(group.front(), i);
        note(joined, fmt::format("{} prints nearly the same article as {}", name(i), name(group.front())));
      }
  }

  // Two that name a third one who is no witness are one source, too.
  void join(const Edge& edge, bool sure) {
    std::uint32_t to = 0;
    if (edge.to)
      to = *edge.to;
    else {
      const auto [at, is_new] = named_.try_emplace(edge.name, edge.from);
      if (is_new) return;
      to = at->second;
    }
    bool joined = maybe_.join(edge.from, to);
    if (sure) joined = sure_.join(edge.from, to);
    const std::string whom = edge.to ? name(to) : fmt::format("{}, as {} does", edge.name, name(to));
    note(joined, fmt::format("{} {} {}", name(edge.from), says(edge.type), whom));
  }

  // Independent sources of the first reading; one outlet alone with another sense.
  void find_odd() {
    std::set<std::uint32_t> sources;
    for (const std::uint32_t i : t_.readings.front().witnesses) sources.insert(sure_.root(i));
    if (sources.size() < 2) return;
    for (std::uint32_t r = 1; r < t_.readings.size(); ++r) {
      const Reading& reading = t_.readings[r];
      const bool critical = reading.sense_changed || std::any_of(reading.edits.begin(), reading.edits.end(),
                                                                 [](const Edit& e) { return e.sense_critical; });
      std::set<std::string> outlets;
      for (const std::uint32_t i : reading.witnesses) outlets.insert(name(i));
      const bool running = std::all_of(reading.witnesses.begin(), reading.witnesses.end(), [this](std::uint32_t i) {
        return t_.witnesses[i].witness.printed == Printed::running;  // a reporter's own words, which need not be those that were said
      });
      if (critical && !running && outlets.size() == 1)
        t_.odd_witnesses.push_back({reading.witnesses.front(), r, static_cast<std::uint32_t>(sources.size())});
    }
  }

  Tracing& t_;
  Groups sure_, maybe_;
  std::map<std::string, std::uint32_t> named_;
};

using Names = std::map<std::string, std::set<std::string>>;

// Outlet -> those it says it has it from.
Names named_by(const Tracing& t) {
  Names out;
  for (const Edge& edge : t.lineage)
    if (edge.type <= EdgeType::linked) out[outlet_name(t.witnesses[edge.from].witness)].insert(edge.name);
  return out;
}

// From each outlet along the first that it names, as long as there is one: a circle, or where the path ends.
void follow(const Names& names, Tracing& t) {
  std::set<std::string> outlets, ends;
  std::set<std::vector<std::string>> circles;
  for (const TracedWitness& one : t.witnesses) {
    std::vector<std::string> path = {outlet_name(one.witness)};
    outlets.insert(path.front());
    while (names.contains(path.back())) {
      const std::string& next = *names.at(path.back()).begin();
      const auto before = std::find(path.begin(), path.end(), next);
      if (before != path.end()) {
        std::vector<std::string> circle(before, path.end());
        std::rotate(circle.begin(), std::min_element(circle.begin(), circle.end()), circle.end());
        if (circle.size() > 1) circles.insert(std::move(circle));
        break;
      }
      path.push_back(next);
    }
    ends.insert(path.back());
  }
  t.circles.assign(circles.begin(), circles.end());
  if (ends.size() == 1 && outlets.size() > 1 && circles.empty()) t.origin = *ends.begin();
}

}  // namespace

void set_independence(Tracing& tracing) {
  Counter(tracing).count();
  follow(named_by(tracing), tracing);
}

}  // namespace sayso::trace
