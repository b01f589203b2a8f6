#include "sayso/engine.h"

#include <algorithm>

#include "extract/analyse.h"
#include "extract/nested.h"
#include "extract/order.h"
#include "extract/refine.h"
#include "extract/statements.h"
#include "extract/tagger.h"
#include "extract/who.h"
#include "model/networks.h"

namespace sayso {

struct Engine::Parts {
  Networks networks;
};

Engine::Engine(std::unique_ptr<const Parts> parts) : parts_(std::move(parts)) {}
Engine::~Engine() = default;
Engine::Engine(Engine&&) noexcept = default;
Engine& Engine::operator=(Engine&&) noexcept = default;

Result<Engine> Engine::load(std::string_view model) {
  auto networks = Networks::load(model);
  if (!networks) return tl::unexpected(networks.error());
  return Engine(std::make_unique<const Parts>(Parts{std::move(*networks)}));
}

std::string_view Engine::model() const { return parts_->networks.name; }

namespace {

// The models and rules know English; of another language the quotation marks are read, which are much the same.
bool can_read(const Document& document) { return !document.language || *document.language == "en"; }

Warning not_supported(const Document& document) {
  return {"language-not-supported", {}, "the text is in \"" + *document.language + "\", only quotations in marks are looked for"};
}

}  // namespace

// The pipeline: each line is one stage, plain data in between.
Extraction Engine::extract(const Document& document) const {
  if (document.given) return document.given->extraction;
  thread_local NetworkWorkspace workspace;
  Analysis analysis = analyse(document);
  std::vector<Attribution> attributions;
  if (can_read(document)) attributions = tag_attributions(parts_->networks, analysis, workspace);
  const WordForms forms(analysis);
  refine_attributions(analysis, forms, attributions);
  if (can_read(document)) add_nested(parts_->networks, analysis, forms, workspace, attributions);
  Extraction out;
  out.statements = build_statements(analysis, attributions);
  resolve_sources(analysis, forms, document, attributions, out);
  out.warnings = merge_warnings(document.warnings, std::move(analysis.quotations.warnings));
  if (!can_read(document)) out.warnings.insert(out.warnings.begin(), not_supported(document));
  return out;
}

}  // namespace sayso
