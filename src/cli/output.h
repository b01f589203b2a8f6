// Where the results go: standard output, or one file a document.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sayso/error.h"
#include "sayso/formats.h"

namespace sayso::cli {

// What became of one input: an error in its place, or a document's results as bytes.
struct Finished {
  std::optional<Error> error;
  std::string path;
  std::string id;
  std::string body;
  std::string text;  // the document's own, where it is written beside the results: for brat
  std::size_t statements = 0;

  std::size_t bytes() const { return body.size() + text.size(); }
};

class Output {
 public:
  virtual ~Output() = default;

  // Error write_failed: nothing more can be written. Others: this document alone is lost.
  virtual Result<void> put(const Finished& result) = 0;
  virtual Result<void> flush() { return {}; }   // let the reader of a pipe see what is there
  virtual Result<void> finish() { return {}; }  // after the last document
  virtual bool closed() const { return false; }  // nobody reads any more: no error, but a reason to stop
};

std::unique_ptr<Output> to_standard_output(Format format, bool many);
// `inputs` are never overwritten. Error: the directory cannot be made.
Result<std::unique_ptr<Output>> to_directory(const std::string& directory, Format format,
                                             const std::vector<std::string>& inputs);

// Writes all of it; 0, or the system's error number.
int write_all(int descriptor, std::string_view bytes);
// All or nothing: written beside its place, then renamed. A file that is there keeps its mode.
Result<void> write_file(const std::string& path, std::string_view bytes);
// What an error number means, for people; `where` names the target.
Error write_error(const std::string& where, int number);

}  // namespace sayso::cli
