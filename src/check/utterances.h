// Which findings are of one utterance, and quotations made of pieces of several.
#pragma once

#include <string>
#include <vector>

#include "check/verdict.h"

namespace sayso::check {

// Whether the words are too few and common to tell which of several utterances is meant. Sets Finding::utterance then:
// the same words of one speaker on one occasion, as far as words, names and days tell.
bool fits_several(std::vector<Finding>& findings, const std::string& quotation, const std::string& by);

// Two findings that have nearly all of the quotation's words between them, one the beginning and the other the end, in
// stretches that lie apart; none where there are no such two. Their verdict is `spliced`.
std::vector<Finding> splice_of(const std::vector<Finding>& near, const std::vector<Finding>& findings,
                               const std::string& quotation);

}  // namespace sayso::check
