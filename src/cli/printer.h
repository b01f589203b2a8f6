// Results on standard output, a piece at a time.
#pragma once

#include <string>

namespace sayso::cli {

class Printer {
 public:
  std::string& text() { return text_; }  // append to it
  // Writes what has come together; false where nobody reads any more or it cannot be written.
  bool go_on();
  // Writes the rest; the exit status, which is `status` unless writing failed.
  int finish(int status);

 private:
  void flush();

  std::string text_;
  int error_ = 0;  // the system's number
};

}  // namespace sayso::cli
