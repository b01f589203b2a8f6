// The entities that a result lists: persons, bodies, groups and documents that are named, and whoever else spoke.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "extract/entities.h"
#include "extract/resolve.h"
#include "sayso/statement.h"

namespace sayso {

// Collects what statements refer to, then writes the list once; until then a reference is a ticket.
class EntityList {
 public:
  EntityList(const Analysis& analysis, const WordForms& forms, const NameTable& names);

  // Notes a reference; the ticket is kNoEntity for anonymous and none.
  std::uint32_t refer(const Who& who);

  // A further form of an entity's name, in marks.
  void nickname(std::uint32_t entity, TokenRange range) { nicknames_[entity].push_back(range); }

  // The list in the order of first mentions, and for each ticket its index there.
  std::vector<Entity> write(std::vector<std::uint32_t>& index_of_ticket) const;

 private:
  struct Unnamed {
    std::string name;
    SourceType type;
    std::vector<Span> mentions;
  };
  Span span(TokenRange range) const;
  Entity named(std::uint32_t entity) const;
  Entity unnamed(const Unnamed& from) const;
  void merge(Entity& out, std::uint32_t mention, bool new_wording) const;
  std::string part_text(const NamedEntity& from, std::string_view part) const;
  bool is_only_one(std::string_view part) const {
    const auto found = bearers_.find(part);
    return found == bearers_.end() || found->second == 1;
  }
  void count(const NamedEntity& e);
  bool is_listed(std::uint32_t entity) const;

  const Analysis& analysis_;
  const WordForms& f_;
  const NameTable& n_;
  std::vector<std::vector<Span>> pronouns_;  // an entity
  std::vector<bool> referred_;
  std::map<std::uint32_t, std::vector<TokenRange>> nicknames_;
  std::map<std::string, int, std::less<>> bearers_;  // persons with a surname or given name
  std::vector<Unnamed> unnamed_;
  std::map<std::pair<SourceType, std::string>, std::uint32_t> by_name_;
};

}  // namespace sayso
