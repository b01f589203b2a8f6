// A web archive -> the documents in it.
#pragma once

#include <memory>
#include <string>

#include "read/document_source.h"

namespace sayso {

// One document for each page or text that was captured with success: responses (status 2xx), resources, conversions (WET), and
// revisits of what was captured earlier in the same archive. Their url is the record's, their id that of the record, or in ARC
// DATE/URL. Pictures, scripts, requests, error pages are passed over in silence. What is wrong with a record that gives a
// document is its warning `archive-damaged`; every other fault is an error in its place, and the rest is read.
// With options.url: the one capture of that URL that is nearest to options.at, or the latest.
// Memory: one block, and at most 24 MiB to tell which captures were seen.
std::unique_ptr<DocumentSource> archive_documents(std::unique_ptr<ByteSource> bytes, std::string path, const ReadOptions& options);

// The document of the capture that begins at an offset of the archive, which must be the one of that URL key and time
// (14 digits; empty: any); not_found where it is not.
Result<Document> document_at(std::unique_ptr<ByteSource> bytes, std::string path, std::uint64_t offset, const std::string& url_key,
                             const std::string& time, const ReadOptions& options);

// Whether bytes, packed or not, are a web archive: they begin with a record. `head`: as they stand in the file.
bool is_archive(std::string_view head);

}  // namespace sayso
