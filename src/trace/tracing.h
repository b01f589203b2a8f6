// All variants of an utterance in an archive: who has it in which words, and from whom. Plain data; docs/trace.md
// defines the words.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "trace/comparison.h"
#include "trace/witness.h"

namespace sayso::trace {

// Witnesses that print the same words where they print the same stretch.
struct Reading {
  std::string text;                         // of the witness that has most of it
  Relation relation = Relation::identical;  // to the first reading, which most have
  std::vector<Edit> edits;                  // from the first reading to this one
  bool sense_changed = false;
  std::vector<std::uint32_t> witnesses;  // indexes into Tracing::witnesses, earlier ones first
};

struct TracedWitness {
  Witness witness;
  std::vector<Span> spans;  // where the words stand in the document
  std::uint32_t reading = 0;
  bool cut = false;  // has not all of what was asked for
};

// stated: "told the Herald"; credited: a dateline or credit line; linked: its address is in the text; shared_reading:
// the same rare change or bracket; shared_text: the same words around it; contained: cut from an earlier and longer
// one; publisher: of one outlet.
enum class EdgeType : std::uint8_t { stated, credited, linked, shared_reading, shared_text, contained, publisher };

// Who had it from whom. `from` is the later one, `to` a witness or somebody who is only named.
struct Edge {
  EdgeType type = EdgeType::stated;
  std::uint32_t from = 0;
  std::optional<std::uint32_t> to;
  std::string name;         // of `to`, where it is no witness
  std::string evidence;     // the words of the document, or what is shared
  std::vector<Span> spans;  // where they stand in the document of `from`; empty for what is shared
};

struct Independence {
  std::uint32_t least = 0, most = 0;
  std::vector<std::string> reasons;
};

// One outlet alone has a reading that changes the sense, against several that do not depend on each other.
struct OddWitness {
  std::uint32_t witness = 0, reading = 0, against = 0;  // `against`: independent sources of the first reading
};

struct Tracing {
  std::string quotation;
  std::vector<TracedWitness> witnesses;  // by date, those without one last
  std::vector<Reading> readings;         // the one that most witnesses have first
  std::vector<Edge> lineage;
  Independence independent_sources;
  std::vector<OddWitness> odd_witnesses;
  std::vector<std::vector<std::uint32_t>> near_groups;  // witnesses in nearly the same article
  std::vector<std::vector<std::string>> circles;        // outlets that name each other
  bool ambiguous = false;  // said by several people, in few and common words or long apart: not one utterance, maybe
  std::uint32_t reported = 0;  // places that have it in indirect speech, which are no witnesses
  std::optional<std::string> origin;                    // where every path ends
  bool more = false;                                    // there are more than were asked for
  record::Coverage covers;
};

std::string_view name_of(EdgeType);
// The outlet, else the path.
std::string outlet_name(const Witness& witness);

}  // namespace sayso::trace
