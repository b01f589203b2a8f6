// Where contents end, as layout and marks show it.
#pragma once

#include <vector>

#include "extract/analysis.h"

namespace sayso {

// What was said in marks ends with them where a new sentence without marks begins:  “We both love it.” | It denied …
void end_with_quotations(const Analysis& analysis, std::vector<Attribution>& attributions);

// Words without marks stay within a paragraph, and behind its dateline:  LONDON, 5 May — | The mill will close
void keep_contents_in_paragraph(const Analysis& analysis, std::vector<Attribution>& attributions);

// What cannot belong together with a quotation that is whole: a lone word, words of another paragraph, what leads up to it
// ("sent a note with one line: | “Come home.”"), and what is another speaker's already.
void drop_stray_pieces(const Analysis& analysis, std::vector<Attribution>& attributions);

// Who is accused, thanked or praised stays outside:  accused the board of | stealing
void leave_out_the_accused(const Analysis& analysis, std::vector<Attribution>& attributions);

}  // namespace sayso
