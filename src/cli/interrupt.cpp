#include "cli/interrupt.h"

#include <csignal>

namespace sayso::cli {
namespace {

volatile std::sig_atomic_t signal_that_came = 0;

void remember(int number) { signal_that_came = number; }

}  // namespace

void notice_interrupts() {
  struct sigaction action {};
  action.sa_handler = remember;
  action.sa_flags = static_cast<int>(SA_RESETHAND);
  sigemptyset(&action.sa_mask);
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
}

int interrupted() { return signal_that_came; }

}  // namespace sayso::cli
