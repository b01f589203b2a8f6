// A document and what is said in it, by hand: every field of a statement occurs, known and unknown.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "sayso/document.h"
#include "sayso/statement.h"
#include "text/code_points.h"

namespace sayso::testing {

inline constexpr std::string_view kSampleText =
    "Café row goes on\n"
    "\n"
    "“We will not sell,” Zoë Märtens told reporters on Sunday, according to the Hill Herald. “Not now,\n"
    "not ever.”\n"
    "\n"
    "She said in an interview that Ben Okri had called it “a mess”.\n"
    "\n"
    "The café is allegedly “bankrupt. <b>&\"quoted\", she added.\n";

// Where `words` stand in the sample, in code points.
inline Span span_of(std::string_view words) {
  const CodePoints text(kSampleText);
  const std::size_t at = kSampleText.find(words);
  if (at == kSampleText.npos) throw std::logic_error("not in the sample: " + std::string(words));
  return {text.index_of(at), text.index_of(at + words.size())};
}

inline Passage passage_of(const std::vector<std::string_view>& pieces) {
  Passage out;
  for (const std::string_view piece : pieces) {
    out.text += (out.text.empty() ? "" : " … ") + std::string(piece);
    out.spans.push_back(span_of(piece));
  }
  return out;
}

inline Document sample_document() {
  Document out;
  out.id = "sample-1";
  out.path = "news/cafe.txt";
  out.title = "Café row goes on";
  out.authors = {"A. Writer", "B. Writer"};
  out.published = "2025-03-31";
  out.language = "en";
  out.text = kSampleText;
  return out;
}

inline Extraction sample_extraction() {
  Extraction out;
  out.entities = {{"Zoë Märtens", SourceType::person, {"Zoë Märtens"}, {span_of("Zoë Märtens"), span_of("She")}},
                  {"Ben Okri", SourceType::person, {"Ben Okri"}, {span_of("Ben Okri")}},
                  {"Hill Herald", SourceType::organization, {"the Hill Herald"}, {span_of("the Hill Herald")}}};
  Statement direct;
  direct.kind = Kind::direct;
  direct.content = passage_of({"“We will not sell,”", "“Not now,\nnot ever.”"});
  direct.cue = passage_of({"told"});
  direct.source = {passage_of({"Zoë Märtens"}), 0, "Zoë Märtens", SourceType::person, {0}};
  direct.via = {{passage_of({"the Hill Herald"}), 2, "Hill Herald", SourceType::organization, {2}}};
  direct.addressee = Party{passage_of({"reporters"}), std::nullopt, std::nullopt, SourceType::anonymous, {}};
  direct.said_at = SaidAt{"2025-03-30", passage_of({"on Sunday"})};
  direct.stance = Stance::promises;
  direct.confidence = 0.97314;

  Statement mixed;
  mixed.kind = Kind::mixed;
  mixed.content = passage_of({"that Ben Okri had called it “a mess”"});
  mixed.cue = passage_of({"said"});
  mixed.source = {passage_of({"She"}), 0, "Zoë Märtens", SourceType::person, {0}};
  mixed.channel = Channel{ChannelType::press_conference, passage_of({"in an interview"})};
  mixed.confidence = 1;

  Statement nested = mixed;
  nested.content = passage_of({"it “a mess”"});
  nested.cue = passage_of({"had called"});
  nested.source = {passage_of({"Ben Okri"}), 1, "Ben Okri", SourceType::person, {1}};
  nested.channel.reset();
  nested.parent = 1;
  nested.confidence = 0.5;

  Statement unknown;
  unknown.content = passage_of({"“bankrupt. <b>&\"quoted\""});
  unknown.stance = Stance::alleges;
  unknown.confidence = 0.25;

  out.statements = {direct, mixed, nested, unknown};
  const Span mark{span_of("“bankrupt").begin, span_of("“bankrupt").begin + 1};
  out.warnings = {{"unclosed-quotation", mark, "opened here, not closed before the next speaker"}};
  return out;
}

}  // namespace sayso::testing
