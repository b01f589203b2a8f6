// A line on standard error that says how far the work is. Shown after a second, only on a terminal.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <vector>

namespace sayso::cli {

class Progress {
 public:
  // Counts the files of the inputs to know how much there is to do; not if `shown` is false.
  Progress(bool shown, const std::vector<std::string>& inputs);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void add(const std::string& path, std::size_t statements);
  void show();  // at most ten times a second

 private:
  using Clock = std::chrono::steady_clock;

  bool shown_;
  std::size_t files_ = 0;  // 0: not known
  std::size_t files_done_ = 0;
  std::size_t documents_ = 0;
  std::size_t statements_ = 0;
  std::string last_path_;
  Clock::time_point begin_ = Clock::now();
  Clock::time_point last_ = begin_;
};

}  // namespace sayso::cli
