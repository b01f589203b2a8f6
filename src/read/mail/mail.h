// A mail, or a page saved as one (.mht).
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "read/document_source.h"

namespace sayso {

// The document of one mail: subject and text. Of alternatives the HTML; texts around pictures one after another; what is attached
// is named in the warning `attachment-not-read`. Errors: malformed, where it has no text.
Result<Document> document_of_mail(std::string_view bytes);

// One mail, or a mailbox (mbox) where it begins with a line "From …": a document each, one mail in memory at a time.
std::unique_ptr<DocumentSource> mail_documents(std::unique_ptr<PeekableBytes> bytes, std::string path, const ReadOptions& options);

// Whether a text begins with the header of a mail: of at least three fields that all mails have, and one that only mails have.
bool looks_like_mail(std::string_view head);
bool is_mailbox(std::string_view head);

}  // namespace sayso
