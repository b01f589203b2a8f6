#include "record/identity.h"

#include <algorithm>

namespace sayso::record {

std::string_view name_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::different: return "different";
    case Verdict::unsure: return "unsure";
    case Verdict::same: return "same";
  }
  return {};
}

Judgement judge(const Sketch& person, const Sketch& mention) {
  if (person.name != mention.name) return {Verdict::different, 0.05, {"different names"}};
  return {Verdict::same, 0.9, {"same full name"}};
}

std::vector<std::string> lookup_keys(const Sketch& sketch) { return {"name:" + sketch.name}; }

}  // namespace sayso::record
