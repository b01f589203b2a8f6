// Compiled with AVX2 and FMA; see cmake/kernels.cmake.
#include "model/kernels/kernels.h"

namespace sayso::avx2 {

constexpr int kLanes = 8;
constexpr int kTileRegisters = 12;  // of 16: three rows of four, or six of two
constexpr const char* kName = "avx2";
#include "model/kernels/body.inc"

const Kernels& table() { return kTable; }

}  // namespace sayso::avx2
