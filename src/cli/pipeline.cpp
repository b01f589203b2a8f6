#include "cli/pipeline.h"

#include <exception>

namespace sayso::cli {
namespace {

Finished failed(Error error) {
  Finished out;
  out.path = error.where;
  out.error = std::move(error);
  return out;
}

// The library does not throw, but memory can run out; that ends one document and not the run.
Finished finish(const Pipeline::Work& work, const Result<Document>& document) {
  if (!document) return failed(document.error());
  try {
    return work(*document);
  } catch (const std::exception& error) {
    return failed({ErrorCode::too_large, document->path, error.what()});
  }
}

}  // namespace

Pipeline::Pipeline(Reader& reader, Work work, unsigned jobs)
    : reader_(reader), work_(std::move(work)), window_(kWindow * jobs) {
  threads_.reserve(jobs);
  for (unsigned i = 0; i < jobs; ++i) threads_.emplace_back([this] { run(); });
}

Pipeline::~Pipeline() {
  {
    const std::lock_guard lock(state_);
    ended_ = true;
  }
  room_.notify_all();
  for (std::thread& thread : threads_) thread.join();
}

void Pipeline::run() {
  std::optional<Result<Document>> document;
  for (std::uint64_t ticket = 0; read_one(document, ticket);) {
    Finished result = finish(work_, *document);
    document.reset();
    deliver(ticket, std::move(result));
  }
}

bool Pipeline::read_one(std::optional<Result<Document>>& document, std::uint64_t& ticket) {
  const std::lock_guard reading(reading_);
  if (!wait_for_room()) return false;
  try {
    document = reader_.next();
  } catch (const std::exception& error) {
    document = tl::unexpected(Error{ErrorCode::too_large, "input", error.what()});
  }
  const std::lock_guard lock(state_);
  if (document)
    ticket = issued_++;
  else
    ended_ = true;
  if (!document) ready_.notify_all();
  return document.has_value();
}

bool Pipeline::wait_for_room() {
  std::unique_lock lock(state_);
  room_.wait(lock, [&] { return ended_ || (issued_ - taken_ < window_ && waiting_bytes_ < kWaitingBytes); });
  return !ended_;
}

void Pipeline::deliver(std::uint64_t ticket, Finished result) {
  const std::lock_guard lock(state_);
  waiting_bytes_ += result.body.size();
  waiting_.emplace(ticket, std::move(result));
  if (ticket == taken_) ready_.notify_one();
}

Pipeline::Took Pipeline::take(Finished& out, std::chrono::milliseconds patience) {
  std::unique_lock lock(state_);
  const auto here = [&] { return waiting_.contains(taken_); };
  const auto over = [&] { return ended_ && taken_ == issued_; };
  ready_.wait_for(lock, patience, [&] { return here() || over(); });
  if (!here()) return over() ? Took::end : Took::nothing_yet;
  out = std::move(waiting_.extract(taken_).mapped());
  waiting_bytes_ -= out.body.size();
  ++taken_;
  room_.notify_all();
  return Took::item;
}

}  // namespace sayso::cli
