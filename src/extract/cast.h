// Who stands behind the labels of a transcript: "QUIST" is a person, "UNIDENTIFIED CALLER" nobody in particular, "Q" is
// whoever asks in the interview.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "extract/entities.h"
#include "extract/resolve.h"
#include "sayso/document.h"

namespace sayso {

// Before names are linked: labels of turns name persons, also in capitals ("RENFRO") or without any ("renner"); those
// that only describe ("MODERATOR", "Q") name nobody.
void mark_speakers(const WordForms& forms, std::span<const Attribution> attributions, std::vector<Mention>& mentions);

// After names are linked: who says "I" is a person, who says "it" of himself a body, unless the text tells otherwise.
void learn_persons(const WordForms& forms, std::span<const Attribution> attributions, NameTable& names);

// The speakers of a document's turns. Linear to build.
class Cast {
 public:
  Cast(const WordForms& forms, const NameTable& names, const Resolver& resolver, const Document& document,
       std::span<const Attribution> attributions);

  // Of a turn: who speaks it.
  Who speaker(const Attribution& turn) const;

  // Of a turn by this speaker: the other one, where two talk; nobody else's.
  Who hearer(const Who& speaker) const;

 private:
  void find_interview(const Document& document, std::uint32_t begin, std::uint32_t first);
  void find_introduction(std::uint32_t first);
  void find_called(std::span<const Attribution> attributions);
  void find_pair(std::span<const Attribution> attributions);

  const WordForms& f_;
  const NameTable& n_;
  const Resolver& resolver_;
  Who interviewer_, interviewee_;
  Who one_, other_;  // the two who talk
};

}  // namespace sayso
