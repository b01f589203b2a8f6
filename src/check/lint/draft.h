// A draft as the rules see it: its words, sentences and marks, and who says what in it, worked out once.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "check/verdict.h"
#include "extract/analysis.h"
#include "extract/word_forms.h"
#include "sayso/document.h"
#include "sayso/statement.h"

namespace sayso::lint {

// A quotation of the draft, by its index, and what an archive has of it.
struct Archived {
  std::size_t quotation = 0;
  std::uint32_t statement = 0;  // of the draft, that has it
  check::Verification found;
  std::optional<std::string> one_origin;  // where the outlets that the draft names for it all have it from
};

// Views of the document and of what was extracted from it; both must outlive it. Building it is linear, questions take constant or
// logarithmic time unless they say otherwise.
class Draft {
 public:
  Draft(const Document& document, const Extraction& said);
  Draft(const Draft&) = delete;  // the word forms look at the analysis
  Draft& operator=(const Draft&) = delete;

  const Document& document() const { return document_; }
  const Extraction& said() const { return said_; }
  const Analysis& analysis() const { return analysis_; }
  const WordForms& forms() const { return forms_; }
  const std::vector<Quotation>& quotations() const { return analysis_.quotations.quotations; }
  TokenRange title() const { return title_; }  // empty where the text has none
  std::string_view words(Span span) const { return analysis_.text.slice(span); }

  // The first token that begins at or behind the code point; forms().size() for none.
  std::uint32_t token_at(std::uint32_t point) const;
  TokenRange tokens_in(Span span) const;
  Span span_of(TokenRange tokens) const;
  std::uint32_t words_in(TokenRange tokens) const;  // linear in them
  std::uint32_t sentences_in(TokenRange tokens) const;  // that begin there; linear in them
  TokenRange paragraph_of(std::uint32_t token) const;
  TokenRange sentence_of(std::uint32_t token) const;  // within the paragraph; linear in the sentence

  // Whether the quotation is only a name, a title or a word spoken of as a word.
  bool only_names(std::size_t quotation) const { return names_[quotation]; }
  // The statement that has most of this quotation in its content, as an index; -1 for none.
  std::int32_t statement_of(std::size_t quotation) const { return statement_of_[quotation]; }
  // Whether the token is part of what somebody says.
  bool told(std::uint32_t token) const { return told_[token] > 0; }
  // What an archive has of its quotations, in their order; empty where none was asked.
  const std::vector<Archived>& archived() const { return archived_; }
  void set_archived(std::vector<Archived> archived) { archived_ = std::move(archived); }
  // The last word of the statement's cue that is a verb of saying, thinking or the like, else its last word; size() without a cue.
  std::uint32_t cue_verb(const Statement& statement) const;

 private:
  void find_statements();
  void find_told();

  const Document& document_;
  const Extraction& said_;
  Analysis analysis_;
  WordForms forms_;
  TokenRange title_;
  std::vector<bool> names_;
  std::vector<std::int32_t> statement_of_;
  std::vector<Archived> archived_;
  std::vector<std::int32_t> told_;  // of each token the number of contents that hold it
};

}  // namespace sayso::lint
