// Compiled with AVX-512 (F, BW, DQ, VL) and FMA; see cmake/kernels.cmake.
#include "model/kernels/kernels.h"

namespace sayso::avx512 {

constexpr int kLanes = 16;
constexpr int kTileRegisters = 16;  // of 32: two panels' weights and a broadcast beside them
constexpr const char* kName = "avx512";
#include "model/kernels/body.inc"

const Kernels& table() { return kTable; }

}  // namespace sayso::avx512
