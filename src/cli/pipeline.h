// Documents through a function on several threads, results in the order of the input and the same for any number of
// threads. Memory is bounded: see kWindow and kWaitingBytes.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <exception>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "sayso/reader.h"

namespace sayso::cli {

enum class Took { item, nothing_yet, end };

// Item: what became of one input. It has `std::optional<Error> error` and `std::string path` for an input that gave no
// document, and `std::size_t bytes() const`, what it holds in memory.
// Runs from construction to destruction, which waits for the documents in work. One thread calls take().
template <class Item>
class Pipeline {
 public:
  using Work = std::function<Item(Document&&)>;  // called from several threads at once

  Pipeline(Reader& reader, Work work, unsigned jobs) : reader_(reader), work_(std::move(work)), window_(kWindow * jobs) {
    threads_.reserve(jobs);
    for (unsigned i = 0; i < jobs; ++i) threads_.emplace_back([this] { run(); });
  }
  ~Pipeline() {
    {
      const std::lock_guard lock(state_);
      ended_ = true;
    }
    room_.notify_all();
    for (std::thread& thread : threads_) thread.join();
  }
  Pipeline(const Pipeline&) = delete;
  Pipeline& operator=(const Pipeline&) = delete;

  // The next result in the order of the input; waits for it for `patience` at most.
  Took take(Item& out, std::chrono::milliseconds patience);

 private:
  // Documents begun but not yet taken are at most kWindow for each job: behind one slow document the others stop.
  static constexpr std::uint64_t kWindow = 16;
  // Results that wait behind a slow one; over this, no new document is read.
  static constexpr std::size_t kWaitingBytes = std::size_t{64} << 20;

  void run();
  bool wait_for_room();
  bool read_one(std::optional<Result<Document>>& document, std::uint64_t& ticket);
  Item finish(Result<Document>& document) const;
  static Item failed(Error error);
  void deliver(std::uint64_t ticket, Item result);

  Reader& reader_;
  Work work_;
  const std::uint64_t window_;

  std::mutex reading_;  // held while the reader works; taken before state_
  std::mutex state_;    // guards all below
  std::condition_variable room_, ready_;
  std::map<std::uint64_t, Item> waiting_;
  std::size_t waiting_bytes_ = 0;
  std::uint64_t issued_ = 0;
  std::uint64_t taken_ = 0;
  bool ended_ = false;  // the reader has no more, or nobody wants more

  std::vector<std::thread> threads_;
};

template <class Item>
Item Pipeline<Item>::failed(Error error) {
  Item out;
  out.path = error.where;
  out.error = std::move(error);
  return out;
}

// The library does not throw, but memory can run out; that ends one document and not the run.
template <class Item>
Item Pipeline<Item>::finish(Result<Document>& document) const {
  if (!document) return failed(document.error());
  const std::string path = document->path;
  try {
    return work_(std::move(*document));
  } catch (const std::exception& error) {
    return failed({ErrorCode::too_large, path, error.what()});
  }
}

template <class Item>
void Pipeline<Item>::run() {
  std::optional<Result<Document>> document;
  for (std::uint64_t ticket = 0; read_one(document, ticket);) {
    Item result = finish(*document);
    document.reset();
    deliver(ticket, std::move(result));
  }
}

template <class Item>
bool Pipeline<Item>::read_one(std::optional<Result<Document>>& document, std::uint64_t& ticket) {
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

template <class Item>
bool Pipeline<Item>::wait_for_room() {
  std::unique_lock lock(state_);
  room_.wait(lock, [&] { return ended_ || (issued_ - taken_ < window_ && waiting_bytes_ < kWaitingBytes); });
  return !ended_;
}

template <class Item>
void Pipeline<Item>::deliver(std::uint64_t ticket, Item result) {
  const std::lock_guard lock(state_);
  waiting_bytes_ += result.bytes();
  waiting_.emplace(ticket, std::move(result));
  if (ticket == taken_) ready_.notify_one();
}

template <class Item>
Took Pipeline<Item>::take(Item& out, std::chrono::milliseconds patience) {
  std::unique_lock lock(state_);
  const auto here = [&] { return waiting_.contains(taken_); };
  const auto over = [&] { return ended_ && taken_ == issued_; };
  ready_.wait_for(lock, patience, [&] { return here() || over(); });
  if (!here()) return over() ? Took::end : Took::nothing_yet;
  out = std::move(waiting_.extract(taken_).mapped());
  waiting_bytes_ -= out.bytes();
  ++taken_;
  room_.notify_all();
  return Took::item;
}

}  // namespace sayso::cli
