// What a curator decides about people: who is one, who are two, what somebody is called. Every decision is kept and can be undone.
//
// A merge moves nothing: people.merged_into says whom somebody is counted as, and is worked out anew from all decisions that
// stand. A split gives documents' mentions to a new person and pins them there, so that reading the documents again keeps it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "record/sql.h"
#include "sayso/people.h"

namespace sayso::record {

// Whether somebody has decided about these two, undone or not.
bool is_decided(Connection& db, std::int64_t person, std::int64_t other);
// Whether a curator has said what this one is called.
bool is_renamed(Connection& db, std::int64_t person);
// The program's own finding that two are one, inside the writer's transaction: a decision that a curator can undo.
void log_joining(Connection& db, std::int64_t person, std::int64_t other, const std::string& why);

// Throws SqlFailure. Each is one transaction. Numbers mean the person that theirs is counted as.
class Curator {
 public:
  explicit Curator(Connection& connection) : db_(connection) {}

  Decision merge(std::int64_t person, std::int64_t other);  // other is counted as person from now on
  Decision split(std::int64_t person, const std::vector<std::int64_t>& documents);
  Decision rename(std::int64_t person, const std::string& name);
  Decision undo(std::int64_t decision);  // 0: the last one of a curator that stands
  std::vector<Decision> decisions();     // all, the latest last

 private:
  std::int64_t log(Decision::Action action, std::int64_t person, std::int64_t other, const std::string& details);
  Decision decision(std::int64_t id);
  void settle_merges();
  void settle_name(std::int64_t person);
  // One who was split, and the new one that has its mentions.
  struct Part {
    std::int64_t person = 0, other = 0;
  };
  std::vector<Part> parts_of(const std::vector<std::int64_t>& all, const std::vector<std::int64_t>& documents);
  bool stands_in(std::int64_t person, std::int64_t document);
  void move_in(std::int64_t version, std::int64_t from, std::int64_t to);
  void move(std::int64_t document, std::int64_t from, std::int64_t to);
  void sketch_anew(std::int64_t person);

  Connection& db_;
};

}  // namespace sayso::record
