// Which runs of words are kept: the least of each kWindow neighbours, the right one of equals.
#pragma once

#include <cstdint>
#include <span>

#include "trace/index/segment_format.h"

namespace sayso::trace {

// Calls use(place, hash) for the kept runs of words without kNoWord among them, in order. `prints` is one document or
// more.
template <class Use>
void winnow(std::span<const Print> prints, Use use) {
  std::uint64_t window[kWindow];
  const std::size_t size = prints.size();
  for (std::size_t begin = 0; begin < size;) {
    const void* end_mark = __builtin_memchr(prints.data() + begin, kNoWord, size - begin);
    const std::size_t end =
        end_mark ? static_cast<std::size_t>(static_cast<const Print*>(end_mark) - prints.data()) : size;
    if (end - begin >= kGram) {
      const std::size_t runs = end - begin - kGram + 1;
      std::size_t kept = SIZE_MAX;
      for (std::size_t i = 0; i < runs; ++i) {
        window[i % kWindow] = gram_hash(prints.data() + begin + i);
        if (i + 1 < kWindow && i + 1 < runs) continue;
        std::size_t least = i;
        for (std::size_t back = 1; back < kWindow && back <= i; ++back)
          if (window[(i - back) % kWindow] < window[least % kWindow]) least = i - back;
        if (least == kept) continue;
        kept = least;
        use(begin + least, window[least % kWindow]);
      }
    }
    begin = end + 1;
  }
}

}  // namespace sayso::trace
