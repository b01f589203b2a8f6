// Documents through a function on several threads, results in the order of the input and the same for any number of
// threads. Memory is bounded: see kWindow and kWaitingBytes.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "sayso/reader.h"

namespace sayso::cli {

// What became of one input: an error in its place, or a document's results as bytes.
struct Finished {
  std::optional<Error> error;
  std::string path;
  std::string id;
  std::string body;
  std::size_t statements = 0;
};

// Runs from construction to destruction, which waits for the documents in work. One thread calls take().
class Pipeline {
 public:
  using Work = std::function<Finished(const Document&)>;  // called from several threads at once

  Pipeline(Reader& reader, Work work, unsigned jobs);
  ~Pipeline();
  Pipeline(const Pipeline&) = delete;
  Pipeline& operator=(const Pipeline&) = delete;

  enum class Took { item, nothing_yet, end };
  // The next result in the order of the input; waits for it for `patience` at most.
  Took take(Finished& out, std::chrono::milliseconds patience);

 private:
  // Documents begun but not yet taken are at most kWindow for each job: behind one slow document the others stop.
  static constexpr std::uint64_t kWindow = 16;
  // Results that wait behind a slow one; over this, no new document is read.
  static constexpr std::size_t kWaitingBytes = std::size_t{64} << 20;

  void run();
  bool wait_for_room();
  bool read_one(std::optional<Result<Document>>& document, std::uint64_t& ticket);
  void deliver(std::uint64_t ticket, Finished result);

  Reader& reader_;
  Work work_;
  const std::uint64_t window_;

  std::mutex reading_;  // held while the reader works; taken before state_
  std::mutex state_;    // guards all below
  std::condition_variable room_, ready_;
  std::map<std::uint64_t, Finished> waiting_;
  std::size_t waiting_bytes_ = 0;
  std::uint64_t issued_ = 0;
  std::uint64_t taken_ = 0;
  bool ended_ = false;  // the reader has no more, or nobody wants more

  std::vector<std::thread> threads_;
};

}  // namespace sayso::cli
