#include "cli/adding.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>

#include "cli/command.h"
#include "cli/interrupt.h"
#include "cli/messages.h"
#include "cli/output.h"

namespace sayso::cli {

std::size_t Incoming::bytes() const {
  return document.text.size() + (extraction ? (extraction->statements.size() + extraction->entities.size()) * sizeof(Statement) : 0);
}

bool KnownDocuments::contains(const Document& document) {
  const std::lock_guard lock(mutex_);
  const auto known = record_.knows(document, model_);
  return known && *known;  // where it fails, the writer will meet the failure and say so
}

int Adding::to_end() {
  Incoming incoming;
  for (Took took; !over_ && (took = next(incoming)) != Took::end;)
    if (took == Took::item) handle(incoming);
  if (!over_) commit();
  const std::string summary = done_.summary() + (failed_ > 0 ? fmt::format("; {} could not be read", failed_) : "");
  if (const int signal = interrupted(); signal != 0) {
    say("interrupted; in the record are: " + done_.summary());
    return 128 + signal;
  }
  if (!options_.json && !over_) write(summary + "\n");
  return status_;
}

Took Adding::next(Incoming& incoming) {
  if (interrupted() != 0) return Took::end;
  if (in_batch_ > 0 && Clock::now() - batch_begin_ >= batch_time_) {
    commit();
    batch_time_ = std::min(2 * batch_time_, kLongestBatch);
  }
  if (over_) return Took::end;
  const Took took = pipeline_.take(incoming, kPatience);
  if (took == Took::nothing_yet) commit();
  progress_.show();
  return took;
}

void Adding::handle(Incoming& incoming) {
  if (incoming.error) {
    ++failed_;
    progress_.add(incoming.path, 0);
    return complain(*incoming.error);
  }
  const Result<Added> added = put(incoming);
  if (!added) return give_up(added.error());
  progress_.add(incoming.path, added->statements);
  note(incoming, *added);
}

// What other documents of this run have changed since decides, whenever their batch was committed: the outcome is that of adding one
// after the other.
Result<Added> Adding::put(Incoming& incoming) {
  if (!incoming.extraction) {
    const auto known = record_.knows(incoming.document, engine_.model());
    if (!known) return tl::unexpected(known.error());
    if (*known) return **known;
    incoming.extraction = engine_.extract(incoming.document);
  }
  return record_.add(incoming.document, *incoming.extraction, engine_.model(), options_.again);
}

void Adding::note(const Incoming& incoming, const Added& added) {
  if (in_batch_++ == 0) batch_begin_ = Clock::now();
  batch_.count(added);
  const record::Named name{incoming.document.id, incoming.document.path};
  if (options_.json) record::append_json(report_, name, added);
  else record::append_text(report_, name, added, options_.width);
}

void Adding::commit() {
  if (in_batch_ == 0) return;
  if (const Result<void> committed = record_.commit(); !committed) return give_up(committed.error());
  write(report_);
  done_.count(batch_);
  report_.clear();
  batch_ = {};
  in_batch_ = 0;
}

void Adding::write(std::string_view text) {
  if (closed_ || text.empty()) return;
  erase_passing();
  const int number = write_all(STDOUT_FILENO, text);
  closed_ = number != 0;
  if (number != 0 && number != EPIPE) complain(write_error("standard output", number));
}

void Adding::complain(const Error& error) {
  say(error);
  status_ = kFailed;
}

// The record cannot take more. What the open batch had is not in it, and was not reported.
void Adding::give_up(const Error& error) {
  complain(error);
  say("in the record are: " + done_.summary());
  over_ = true;
}

}  // namespace sayso::cli
