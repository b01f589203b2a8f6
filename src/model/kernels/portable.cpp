// For any processor: four lanes, as SSE2 and NEON have.
#include "model/kernels/kernels.h"

namespace sayso::portable {

constexpr int kLanes = 4;
constexpr int kTileRegisters = 8;
constexpr const char* kName = "portable";
#include "model/kernels/body.inc"

const Kernels& table() { return kTable; }

}  // namespace sayso::portable
