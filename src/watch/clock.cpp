#include "watch/clock.h"

#include <ctime>
#include <utility>

namespace sayso {
namespace {

class SystemClock final : public Clock {
 public:
  explicit SystemClock(std::function<bool()> stopped) : stopped_(std::move(stopped)) {}

  std::int64_t now() override { return std::time(nullptr); }
  bool wait_until(std::int64_t then) override {
    while (!stopped_()) {
      if (now() >= then) return true;
      const timespec second{1, 0};
      nanosleep(&second, nullptr);  // a signal ends it early
    }
    return false;
  }

 private:
  std::function<bool()> stopped_;
};

}  // namespace

std::unique_ptr<Clock> system_clock(std::function<bool()> stopped) { return std::make_unique<SystemClock>(std::move(stopped)); }

}  // namespace sayso
