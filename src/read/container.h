// Files in which files are packed, zip and tar -> their documents.
#pragma once

#include <memory>
#include <string>

#include "read/document_source.h"

namespace sayso {

enum class ContainerKind { none, zip, tar };

// By the first bytes, unpacked, and the name: office documents and programs are zip files too, and are none here.
ContainerKind container_kind(std::string_view head, const std::string& path);

// The documents of the files in it, in their order there, one file after another and one document at a time; their path is
// PATH/NAME. What a walk through a directory would pass over is passed over, and so are containers inside. A file that cannot be
// read is one error; where the container breaks, the rest of it is lost.
std::unique_ptr<DocumentSource> container_documents(std::unique_ptr<ByteSource> bytes, ContainerKind kind, std::string path,
                                                    const ReadOptions& options);

}  // namespace sayso
