#include "model/networks.h"

#include <cstdlib>

#include "model/locate.h"

namespace sayso {
namespace {

Result<Networks> fast_alone(const std::string& path) {
  auto fast = FastNetwork::load(path);
  if (!fast) return tl::unexpected(fast.error());
  return Networks{std::move(*fast), std::nullopt, true};
}

}  // namespace

Result<Networks> Networks::load(std::string_view model) {
  const auto path = locate_model(model.empty() ? (locate_model("accurate") ? "accurate" : "fast") : model);
  if (!path) return tl::unexpected(path.error());
  const auto kind = ModelFile::kind_of(*path);
  if (!kind) return tl::unexpected(kind.error());
  if (*kind != "encoder") return fast_alone(*path);
  auto encoder = EncoderNetwork::load(*path);
  if (!encoder) return tl::unexpected(encoder.error());
  auto networks = locate_model("fast").and_then(fast_alone);
  if (!networks) return networks;
  networks->encoder = std::move(*encoder);
  const char* asked = std::getenv("SAYSO_CASCADE");
  networks->cascade = !asked || std::string_view(asked) != "off";
  return networks;
}

}  // namespace sayso
