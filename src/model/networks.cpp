#include "model/networks.h"

#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>

#include "model/locate.h"

namespace sayso {
namespace {

std::string name_with_checksum(const std::string& path, std::uint64_t checksum) {
  return fmt::format("{}-{:08x}", std::filesystem::path(path).stem().string(), static_cast<std::uint32_t>(checksum ^ (checksum >> 32)));
}

Result<Networks> fast_alone(const std::string& path) {
  auto fast = FastNetwork::load(path);
  if (!fast) return tl::unexpected(fast.error());
  std::string name = name_with_checksum(path, fast->checksum());
  return Networks{std::move(*fast), std::nullopt, true, std::move(name)};
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
  networks->name = name_with_checksum(*path, encoder->checksum() ^ networks->fast.checksum());
  networks->encoder = std::move(*encoder);
  const char* asked = std::getenv("SAYSO_CASCADE");
  networks->cascade = !asked || std::string_view(asked) != "off";
  return networks;
}

}  // namespace sayso
