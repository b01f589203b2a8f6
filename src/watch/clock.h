// Time, so that tests need not wait.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>

namespace sayso {

class Clock {
 public:
  virtual ~Clock() = default;
  virtual std::int64_t now() = 0;  // seconds since 1970
  // Waits until then, or not at all where that is past; false where somebody stops the watch, before or meanwhile.
  virtual bool wait_until(std::int64_t then) = 0;
};

// The machine's clock. `stopped` is asked at least once a second while waiting, and after each signal.
std::unique_ptr<Clock> system_clock(std::function<bool()> stopped);

}  // namespace sayso
