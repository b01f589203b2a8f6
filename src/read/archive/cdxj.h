// CDXJ, the index of web archives: lines "KEY TIME {JSON}", sorted bytewise, as pywb and others write them.
//
//   org,example)/a 20241120101500 {"url": "https://example.org/a", "mime": "text/html", "status": "200", "digest": "…",
//                                  "length": "1043", "offset": "333", "filename": "crawl.warc.gz"}
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "read/document_source.h"

namespace sayso {

struct Capture {
  std::string time;      // 14 digits
  std::string file;      // as the index names it; empty where it does not
  std::string mime;      // "warc/revisit" for revisits
  std::string digest;
  std::uint64_t offset = 0;
};

// Whether a file's beginning is an index.
bool is_cdxj(std::string_view head);

// The captures that an index lists for a URL key, by time. Looks them up by halving where the index is a plain file and sorted,
// else reads it through. Error: unreadable. Lines that are broken are passed over.
Result<std::vector<Capture>> find_captures(std::unique_ptr<ByteSource> index, const std::string& url_key);

// The index that lies beside an archive: "a.warc.gz" -> "a.warc.gz.cdxj", "a.warc.cdxj" or "a.cdxj"; empty if there is none.
std::string index_beside(const std::string& archive);

// The one document of options.url and options.at that an index leads to. Archives are looked for where the index lies;
// `archive`: the one that is meant where not the index but the archive was named, else empty.
std::unique_ptr<DocumentSource> indexed_document(std::string index, std::string archive, const ReadOptions& options);

}  // namespace sayso
