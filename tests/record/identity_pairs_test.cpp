// Deciding who is who, measured on pairs of short texts: tests/record/data/identity*.txt, format in docs/record-identity.md.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "record/identity.h"
#include "text/code_points.h"

namespace sayso::record {
namespace {

struct Pair {
  bool same = false;
  std::string kind, a, b;
};

std::vector<Pair> read_pairs(const std::string& name) {
  std::ifstream file(std::string(SAYSO_SOURCE_DIR "/tests/record/data/") + name);
  std::vector<Pair> out;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("= ")) {
      const std::size_t space = line.find(' ', 2);
      out.push_back({line.substr(2, space - 2) == "same", line.substr(space + 1), "", ""});
    }
    if (line.starts_with("A ")) out.back().a = line.substr(2);
    if (line.starts_with("B ")) out.back().b = line.substr(2);
  }
  return out;
}

struct Marked {
  Document document;
  Extraction found;
};

// "DAY OUTLET: text with [the one meant], {people} and <bodies>". The one meant is entity 0.
Marked read_text(const std::string& line, bool body) {
  Marked out;
  const std::size_t colon = line.find(": ");
  out.document.published = line.substr(0, 10);
  out.document.outlet = line.substr(11, colon - 11);
  out.found.entities.push_back({"", body ? SourceType::organization : SourceType::person, {}, {}});
  std::map<std::string, std::size_t> known;
  std::uint32_t begin = 0;
  char open = 0;
  const auto here = [&] { return CodePoints(out.document.text).size(); };
  for (const char c : line.substr(colon + 2)) {
    if (c == '[' || c == '{' || c == '<') {
      open = c, begin = here();
    } else if (c == ']' || c == '}' || c == '>') {
      const std::string text(CodePoints(out.document.text).slice({begin, here()}));
      std::size_t e = 0;
      if (open != '[') {
        e = known.try_emplace(text, out.found.entities.size()).first->second;
        if (e == out.found.entities.size())
          out.found.entities.push_back({text, open == '{' ? SourceType::person : SourceType::organization, {}, {}});
      }
      Entity& entity = out.found.entities[e];
      entity.mentions.push_back({begin, here()});
      const bool pronoun = text == "he" || text == "she" || text == "him" || text == "her" || text == "his";
      if (!pronoun && entity.name.size() < text.size()) entity.name = text;
      if (!pronoun && std::ranges::find(entity.aliases, text) == entity.aliases.end()) entity.aliases.push_back(text);
    } else {
      out.document.text += c;
    }
  }
  return out;
}

Sketch sketch_of(const std::string& line, const std::string& kind, bool first) {
  const bool body = kind == "organization" || kind == "acronym" || (kind == "type" && !first);
  const Marked marked = read_text(line, body);
  return sketches(marked.document, marked.found).front();
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : "; ") + word;
  return out;
}

struct Figures {
  int pairs = 0, right = 0, merged_wrongly = 0, left_apart = 0, unsure = 0;
  double share() const { return pairs == 0 ? 0 : double(right) / pairs; }
};

bool share_key(const Sketch& a, const Sketch& b) {
  const std::vector<std::string> filed = keys_of(a).filed, asked = keys_of(b).asked;
  return std::ranges::any_of(asked, [&](const std::string& key) { return std::ranges::find(filed, key) != filed.end(); });
}

Figures measure(const std::string& name) {
  Figures out;
  for (const Pair& pair : read_pairs(name)) {
    const Sketch a = sketch_of(pair.a, pair.kind, true), b = sketch_of(pair.b, pair.kind, false);
    const Judgement found = judge(a, b);
    EXPECT_FALSE(found.reasons.empty());
    EXPECT_FALSE(found.reasons.front().empty()) << pair.a;
    EXPECT_EQ(found.verdict, judge(b, a).verdict) << pair.a;
    EXPECT_TRUE(found.score >= 0 && found.score <= 1);
    const bool same = found.verdict == Verdict::same;
    if (same) {
      EXPECT_TRUE(share_key(a, b)) << pair.a << "\n" << joined(keys_of(a).filed) << "\n" << joined(keys_of(b).asked);
      EXPECT_TRUE(share_key(b, a)) << pair.b;
    }
    ++out.pairs, out.right += same == pair.same, out.unsure += found.verdict == Verdict::unsure;
    out.merged_wrongly += same && !pair.same, out.left_apart += !same && pair.same;
    if (same != pair.same && std::getenv("SAYSO_SHOW") != nullptr) {
      std::printf("%s %s: %s %.2f (%s)\n  %s\n  %s\n", pair.same ? "same" : "different", pair.kind.c_str(), std::string(name_of(found.verdict)).c_str(),
                  found.score, joined(found.reasons).c_str(), pair.a.c_str(), pair.b.c_str());
    }
  }
  std::printf("%s: %d of %d right, %d merged wrongly, %d left apart wrongly; %d unsure\n", name.c_str(), out.right, out.pairs, out.merged_wrongly,
              out.left_apart, out.unsure);
  return out;
}

TEST(IdentityPairs, Development) {
  const Figures found = measure("identity.txt");
  EXPECT_EQ(found.pairs, 120);
  EXPECT_GE(found.share(), 0.95);
  EXPECT_LE(found.merged_wrongly, 2);
}

TEST(IdentityPairs, HeldBack) {
  const Figures found = measure("identity_held_back.txt");
  EXPECT_EQ(found.pairs, 80);
  EXPECT_GE(found.share(), 0.85);
  EXPECT_LE(found.merged_wrongly, 2);
}

}  // namespace
}  // namespace sayso::record
