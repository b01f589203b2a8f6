#include "sayso/engine.h"

#include <algorithm>

#include "extract/analyse.h"
#include "extract/order.h"
#include "extract/refine.h"
#include "extract/statements.h"
#include "extract/tagger.h"
#include "extract/who.h"
#include "model/fast_network.h"
#include "model/locate.h"

namespace sayso {

struct Engine::Parts {
  FastNetwork network;
};

Engine::Engine(std::unique_ptr<const Parts> parts) : parts_(std::move(parts)) {}
Engine::~Engine() = default;
Engine::Engine(Engine&&) noexcept = default;
Engine& Engine::operator=(Engine&&) noexcept = default;

Result<Engine> Engine::load(std::string_view model) {
  const auto path = locate_model(model);
  if (!path) return tl::unexpected(path.error());
  auto network = FastNetwork::load(*path);
  if (!network) return tl::unexpected(network.error());
  return Engine(std::make_unique<const Parts>(Parts{std::move(*network)}));
}

// The pipeline: each line is one stage, plain data in between.
Extraction Engine::extract(const Document& document) const {
  thread_local FastWorkspace workspace;
  Analysis analysis = analyse(document);
  std::vector<Attribution> attributions = tag_attributions(parts_->network, analysis, workspace);
  refine_attributions(analysis, attributions);
  Extraction out;
  out.statements = build_statements(analysis, attributions);
  resolve_sources(analysis, document, attributions, out);
  out.warnings = merge_warnings(document.warnings, std::move(analysis.quotations.warnings));
  return out;
}

}  // namespace sayso
