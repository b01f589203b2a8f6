#include "extract/refine.h"

#include "extract/citing.h"
#include "extract/content_span.h"
#include "extract/headline.h"
#include "extract/hearsay.h"
#include "extract/inner_quotations.h"
#include "extract/names_in_marks.h"
#include "extract/no_content.h"
#include "extract/order.h"
#include "extract/outer_report.h"
#include "extract/passive_cue.h"
#include "extract/plain_cues.h"
#include "extract/posts.h"
#include "extract/quoted.h"
#include "extract/quoted_by.h"
#include "extract/second_cue.h"
#include "extract/set_phrases.h"
#include "extract/source_span.h"
#include "extract/talk.h"
#include "extract/titles.h"
#include "extract/told_object.h"
#include "extract/turns.h"
#include "extract/uncued.h"

namespace sayso {

void mend_attributions(const Analysis& analysis, const WordForms& forms, std::vector<Attribution>& attributions) {
  drop_refusals_to_speak(analysis, attributions);
  drop_namings(analysis, attributions);
  drop_who_was_told(analysis, attributions);
  keep_sources_in_paragraph(analysis, attributions);
  keep_titles_apart(analysis, attributions);
  part_second_cues(forms, attributions);
  respect_quotations(analysis, attributions);
  end_with_quotations(analysis, attributions);
  keep_contents_in_paragraph(analysis, attributions);
  drop_stray_pieces(analysis, attributions);
  leave_out_the_accused(analysis, attributions);
  leave_out_the_told(analysis, attributions);
}

void refine_attributions(const Analysis& analysis, const WordForms& forms, std::vector<Attribution>& attributions) {
  read_quoted_by(analysis, attributions);
  read_citing(analysis, attributions);
  mend_attributions(analysis, forms, attributions);
  drop_outer_reports(analysis, attributions);
  add_opening_questions(forms, attributions);
  read_hearsay(forms, attributions);
  read_set_phrases(forms, attributions);
  add_plain_cues(forms, attributions);
  read_headline(analysis, attributions);
  read_lines(analysis, attributions);
  add_inner_quotations(analysis, attributions);
  const Talk talk = find_talk(analysis);
  part_turns(analysis, talk, attributions);
  add_uncued_quotations(analysis, talk, attributions);
  add_turns(analysis, attributions);
  add_posts(analysis, attributions);
  sort_by_content(attributions);
}

}  // namespace sayso
