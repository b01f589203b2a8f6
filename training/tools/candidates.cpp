// What the ranker sees of candidates, for training/ranker.py.
//   sayso_candidates MODEL INPUT... > LINES
// Fields are separated by tabs, places are half-open in code points:
//   D path                   a document, then its
//   E entity name            entities,
//   M entity begin end       their mentions,
//   Q kind begin end         and questions: "he" or "she" in running text (kind "read"), or the first content of a statement whose
//                            source leaves a choice (the kind is its basis),
//   C entity feature...      each followed by its candidates.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "extract/analyse.h"
#include "extract/cast.h"
#include "extract/enclosing.h"
#include "extract/genders.h"
#include "extract/nested.h"
#include "extract/refine.h"
#include "extract/sources.h"
#include "extract/tagger.h"
#include "sayso/sayso.h"

namespace {

using namespace sayso;

class Writer {
 public:
  Writer(const Analysis& analysis, const WordForms& forms, const NameTable& names) : analysis_(analysis), f_(forms), n_(names) {}

  void entities(const Resolver& resolver) const {
    for (std::uint32_t e = 0; e < n_.entities.size(); ++e) {
      fmt::print("E\t{}\t{}\n", e, resolver.named(e).name);
      for (const std::uint32_t m : n_.entities[e].mentions) fmt::print("M\t{}\t{}\n", e, place(n_.mentions[m].all));
    }
  }

  void read(const Resolver& resolver) const {
    for (std::uint32_t t = 0; t < f_.size(); ++t)
      if ((f_.is(t, "he") || f_.is(t, "she")) && !f_.is_quoted(t)) question("read", {t, t + 1}, resolver.candidates_at(t));
  }

  void sources(std::span<const Attribution> attributions, const std::vector<Who>& who) const {
    for (std::size_t i = 0; i < who.size(); ++i)
      if (!attributions[i].content.empty()) question(name_of(who[i].basis), attributions[i].content.front(), who[i].candidates, who[i].pronoun.value_or(TokenRange{0, 1}));
  }

 private:
  std::string place(TokenRange r) const {
    return fmt::format("{}\t{}", analysis_.tokens[r.begin].begin, analysis_.tokens[r.end - 1].end);
  }

  void question(std::string_view kind, TokenRange at, const std::vector<ScoredEntity>& candidates, TokenRange pronoun = {0, 1}) const {
    if (candidates.empty()) return;
    fmt::print("Q\t{}\t{}\t{}\n", kind, place(at), place(pronoun));
    for (const ScoredEntity& c : candidates) fmt::print("C\t{}\t{:.4f}\n", c.entity, fmt::join(c.features.values, "\t"));
  }

  const Analysis& analysis_;
  const WordForms& f_;
  const NameTable& n_;
};

// As in src/extract/engine.cpp and src/extract/who.cpp.
void write(const Networks& networks, const Document& document, NetworkWorkspace& workspace) {
  Analysis analysis = analyse(document);
  std::vector<Attribution> attributions = tag_attributions(networks, analysis, workspace);
  const WordForms forms(analysis);
  refine_attributions(analysis, forms, attributions);
  add_nested(networks, analysis, forms, workspace, attributions);
  std::vector<Mention> mentions = find_mentions(forms, Capitals(forms), analysis.names);
  mark_speakers(forms, attributions, mentions);
  NameTable names = link_names(forms, std::move(mentions));
  const Roles roles(forms, names);
  learn_genders(forms, names);
  Salience salience(forms, names);
  Resolver resolver(forms, names, roles, salience);
  const std::vector<std::int32_t> around = enclosing_statements(attributions);
  const Sources found = find_sources(analysis, find_talk(analysis), forms, names, resolver, document, attributions, around);
  resolver.read_on(forms.size());
  fmt::print("D\t{}\n", document.path);
  const Writer writer(analysis, forms, names);
  writer.entities(resolver);
  writer.read(resolver);
  writer.sources(attributions, found.who);
}

}  // namespace

int main(int argc, char** argv) {
  const auto networks = Networks::load(argc > 1 ? argv[1] : "");
  if (!networks) {
    fmt::print(stderr, "candidates: {}: {}\n", networks.error().where, networks.error().message);
    return 2;
  }
  NetworkWorkspace workspace;
  Reader reader(std::vector<std::string>(argv + 2, argv + argc));
  while (auto document = reader.next())
    if (*document) write(*networks, **document, workspace);
}
