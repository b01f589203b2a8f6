// One input -> its documents, whatever it holds.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "read/bytes.h"
#include "sayso/reader.h"

namespace sayso {

class DocumentSource {
 public:
  virtual ~DocumentSource() = default;
  // The next document or what went wrong in its place; nothing at the end.
  virtual std::optional<Result<Document>> next() = 0;
};

// Where an input was found: named by the user; by walking a directory, where what is no document is passed over; or inside a
// zip or tar file, where containers are passed over too.
enum class Found { named, walking, inside };

// A null pointer stands for an input that is passed over in silence.
Result<std::unique_ptr<DocumentSource>> open_documents(std::unique_ptr<ByteSource> bytes, std::string path,
                                                       const ReadOptions& options, Found found);

}  // namespace sayso
