#include "trace/cut_wording.h"

#include "trace/context.h"

namespace sayso::trace {

const std::string& CutWording::speaker() const {
  if (!speaker_) speaker_ = last_name(wording_.speaker);
  return *speaker_;
}

const std::vector<std::uint64_t>& CutWording::surroundings() const {
  if (!surroundings_) surroundings_ = runs_around(wording_);
  return *surroundings_;
}

}  // namespace sayso::trace
