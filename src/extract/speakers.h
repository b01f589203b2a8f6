// Which labels of a text are speakers who take turns?
#pragma once

#include <vector>

#include "extract/analysis.h"
#include "extract/layout.h"
#include "extract/speaker_label.h"

namespace sayso {

// A label with the paragraph it stands in.
struct Turn {
  SpeakerLabel label;
  std::uint32_t paragraph = 0;
};

// All labels of the text, in order: at the beginnings of paragraphs (not of a title), and those in capitals inside them
// where some begin a paragraph. Fewer than two: none.
std::vector<Turn> find_labels(const Analysis& analysis, const Layout& layout);

// Leaves the turns of a transcript; none where the text is no transcript.
void keep_speakers(const Analysis& analysis, const Layout& layout, std::vector<Turn>& turns);

}  // namespace sayso
