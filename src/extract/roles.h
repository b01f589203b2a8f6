// What the named people are: senator, chief executive, captain — so that "the captain" can be told.
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "extract/entities.h"
#include "extract/word_forms.h"

namespace sayso {

class Roles {
 public:
  // Reads titles ("Sen. Ann Cole"), nouns before a name ("captain Milan Korda", "the captain, Milan Korda"), behind it
  // ("Milan Korda, the captain"), and after is and was. Also learns genders from them: "spokeswoman Jo Starks".
  Roles(const WordForms& forms, NameTable& names);

  // Whether the entity is said to be one, anywhere. Nouns in the singular.
  bool has(std::string_view noun, std::uint32_t entity) const;

  // Who was last said before `token` to be one, or is first said so later; kNoEntity for nobody.
  std::uint32_t who(std::string_view noun, std::uint32_t token) const;

  // "A bookkeeper told the court … Kirsty Jardine, the bookkeeper": who is the first said to be one, later and with "the".
  std::uint32_t introduced_later(std::string_view noun, std::uint32_t token) const;

  // The body is said to be something else: "the label Redbird" is no charity, though it is a company.
  bool is_other_body(std::string_view noun, std::uint32_t entity) const;

  // "A schoolboy came in": whether one without a name was brought in before `token`, so that "the schoolboy" is he.
  bool is_brought_in(std::string_view noun, std::uint32_t token) const;

 private:
  struct Entry {
    std::uint32_t token;
    std::uint32_t entity;
  };
  void titles(const Mention& m, std::uint32_t entity);
  void before(const Mention& m, std::uint32_t entity);
  void identified(std::uint32_t begin, std::uint32_t entity);
  void body(const Mention& m, std::uint32_t entity);
  void kin(const Mention& m, std::uint32_t entity);
  void bring_in(std::uint32_t article);
  void behind(const Mention& m, std::uint32_t entity);
  bool describes(std::uint32_t token) const;
  void add(std::uint32_t token, std::uint32_t entity);
  void put(std::string_view noun, std::uint32_t token, std::uint32_t entity);

  const WordForms& f_;
  NameTable& n_;
  std::unordered_map<std::string_view, std::vector<Entry>> entries_;  // by token
  std::unordered_map<std::string_view, std::unordered_set<std::uint32_t>> holders_;
  std::unordered_set<std::uint32_t> described_bodies_;
  std::unordered_map<std::string_view, std::uint32_t> brought_in_;  // noun -> where it first was
};

}  // namespace sayso
