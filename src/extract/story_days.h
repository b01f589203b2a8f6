// Days that hold for parts of a story: the entries of a timeline, and the day of a dateline for a story without a date.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extract/said_at.h"

namespace sayso {

// One a paragraph: the day of the entry that it belongs to. Empty where the text is no timeline: at least three paragraphs
// that are or begin with a day ("3 March", "3 March: The board meets."), in order.
std::vector<std::optional<FoundDay>> timeline_days(const WordForms& forms, std::string_view published);

// "PORT LACEY, Sept. 10 (Wire) —" in a story that has no date: that day in a year in which it fell on the latest day of the week
// that the story tells of; the first such year from the latest that the text names, or else the last one. Empty where unsure.
std::string dateline_day(const WordForms& forms);

}  // namespace sayso
