#include "cli/delivery.h"

#include "cli/messages.h"

namespace sayso::cli {

void Delivery::put(const Finished& result) {
  progress_.add(result.path, result.statements);
  if (result.error)
    complain(*result.error);
  else
    check(output_.put(result));
  progress_.show();
}

void Delivery::flush() {
  check(output_.flush());
  progress_.show();
}

void Delivery::complain(const Error& error) {
  say(error);
  status_ = kFailed;
}

int Delivery::finish() {
  if (!over_) check(output_.finish());
  return status_;
}

void Delivery::check(const Result<void>& written) {
  if (written) return;
  over_ = over_ || written.error().code == ErrorCode::write_failed;
  if (!output_.closed()) complain(written.error());
}

}  // namespace sayso::cli
