// Documents with what was extracted from them -> the record, in batches; what is reported as added was committed before.
#pragma once

#include <chrono>
#include <mutex>
#include <optional>
#include <string>

#include "cli/pipeline.h"
#include "cli/progress.h"
#include "record/added_report.h"
#include "sayso/sayso.h"

namespace sayso::cli {

// A document on its way into the record. Without an extraction: the record seemed to know it already.
struct Incoming {
  std::optional<Error> error;
  std::string path;
  Document document;
  std::optional<Extraction> extraction;

  std::size_t bytes() const;
};

// Asked by all threads that extract, so that they pass over what is known. A connection of its own: sees what is committed.
class KnownDocuments {
 public:
  KnownDocuments(Record record, std::string_view model) : record_(std::move(record)), model_(model) {}
  bool contains(const Document& document);

 private:
  std::mutex mutex_;
  Record record_;
  std::string model_;
};

struct AddingOptions {
  bool again = false;  // extract also from what is known
  bool json = false;   // a line a document, else what people want to know
  std::size_t width = 80;
};

// Takes documents in order until there are no more, or somebody interrupts.
class Adding {
 public:
  Adding(Pipeline<Incoming>& pipeline, Record& record, const Engine& engine, Progress& progress, AddingOptions options)
      : pipeline_(pipeline), record_(record), engine_(engine), progress_(progress), options_(options) {}

  int to_end();  // the exit status

 private:
  using Clock = std::chrono::steady_clock;
  // A commit waits for the disk, and writes anew what many documents change: documents that come fast share one, the more of them the
  // longer the run lasts, and one that comes alone does not wait long for others.
  static constexpr std::chrono::milliseconds kFirstBatch{1000}, kLongestBatch{16'000};
  static constexpr std::chrono::milliseconds kPatience{100};

  Took next(Incoming& incoming);
  void handle(Incoming& incoming);
  Result<Added> put(Incoming& incoming);
  void note(const Incoming& incoming, const Added& added);
  void commit();
  void write(std::string_view text);
  void complain(const Error& error);
  void give_up(const Error& error);

  Pipeline<Incoming>& pipeline_;
  Record& record_;
  const Engine& engine_;
  Progress& progress_;
  AddingOptions options_;

  std::string report_;                // of the open batch
  record::AddedTotals batch_, done_;  // of the open batch; of what is committed
  std::size_t in_batch_ = 0;
  Clock::time_point batch_begin_;
  std::chrono::milliseconds batch_time_ = kFirstBatch;
  std::size_t failed_ = 0;  // inputs
  bool over_ = false;
  bool closed_ = false;  // nobody reads the report any more
  int status_ = 0;
};

}  // namespace sayso::cli
