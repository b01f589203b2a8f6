// Results on their way out: what is shown of the progress, what could not be written, the exit status.
#pragma once

#include "cli/command.h"
#include "cli/output.h"
#include "cli/progress.h"

namespace sayso::cli {

class Delivery {
 public:
  Delivery(Output& output, Progress& progress) : output_(output), progress_(progress) {}

  void put(const Finished& result);  // a document's results, or the error in their place
  void flush();                      // let the reader of a pipe see what is there
  void complain(const Error& error);
  int finish();  // after the last document; the exit status

  bool over() const { return over_; }  // nothing more can be written, or nobody wants it

 private:
  void check(const Result<void>& written);

  Output& output_;
  Progress& progress_;
  int status_ = kDone;
  bool over_ = false;
};

}  // namespace sayso::cli
