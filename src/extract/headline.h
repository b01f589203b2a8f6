// What a headline gives somebody to say:
//
//   Cole: taxes will rise                     ‘We cannot pay’: Ann Cole on the mill
//   Mill ‘cannot pay’, says owner             ‘They hid it’, clerk tells inquiry             Minister ‘never came’ – TD
#pragma once

#include <span>
#include <vector>

#include "extract/resolve.h"

namespace sayso {

// The text's first paragraph where it is a title; else empty.
TokenRange title_of(const Analysis& analysis);

// Adds the statement of a headline in one of these forms, and puts it in the place of what the model made of it. What
// begins in a headline ends there. Linear.
void read_headline(const Analysis& analysis, std::vector<Attribution>& attributions);

// Of lines among the paragraphs only the first form: subheadings, points at the top, what else the outlet has. Linear
// but for the quotations of each such line.
void read_lines(const Analysis& analysis, std::vector<Attribution>& attributions);

// Of a headline's statement whose speaker it does not name: the statement of the story that says most of the same
// words, and enough of them; -1 for none. Linear in the contents.
std::int32_t repeated_in_story(const WordForms& forms, std::span<const Attribution> attributions, std::size_t headline,
                               TokenRange title);

}  // namespace sayso
