#include "watch/article.h"

#include <utility>

#include "read/feed/feed_documents.h"
#include "read/kind.h"
#include "read/one_document.h"
#include "read/url.h"

namespace sayso {
namespace {

Result<InputKind> kind_of_response(const HttpResponse& response) {
  if (response.type == "text/html" || response.type == "application/xhtml+xml") return InputKind::html;
  const bool plain = response.type == "text/plain";  // many servers say so of pages
  if (!plain && !response.type.empty()) return tl::unexpected(Error{ErrorCode::not_text, {}, "is " + response.type + ", no page"});
  const InputKind kind = kind_of(std::string_view(response.body).substr(0, kSniffBytes), {});
  if (kind == InputKind::html || kind == InputKind::text) return kind;
  if (plain && kind != InputKind::binary) return InputKind::text;
  return tl::unexpected(Error{ErrorCode::not_text, {}, "is no page"});
}

template <class Value>
void fill(Value& value, Value&& other) {
  if (!value) value = std::move(other);
}

void fill_from(Document& document, Document&& entry) {
  fill(document.title, std::move(entry.title));
  fill(document.outlet, std::move(entry.outlet));
  fill(document.published, std::move(entry.published));
  fill(document.language, std::move(entry.language));
  if (document.authors.empty()) document.authors = std::move(entry.authors);
}

// More by a fifth: full texts in feeds differ a little from their pages, and those are to be preferred.
bool has_more(const Document& entry, const Document& page) { return entry.text.size() > page.text.size() + page.text.size() / 5; }

}  // namespace

Result<Document> document_of_article(HttpResponse&& response, const Feed& feed, const FeedEntry& entry) {
  const auto kind = kind_of_response(response);
  if (!kind) return tl::unexpected(kind.error());
  auto page = document_of_bytes(std::move(response.body), *kind, response.charset);
  if (!page) return page;
  if (!page->url) page->url = response.url;
  if (auto own = document_of_entry(feed, entry); own && *own) {
    const bool better = has_more(**own, *page);
    if (better) {
      page->text = std::move((*own)->text);
      page->warnings = std::move((*own)->warnings);
    }
    fill_from(*page, std::move(**own));
  }
  page->id = entry.id;
  page->path = entry.url;
  finish_document(*page, {});
  return page;
}

std::optional<Document> document_without_article(const Feed& feed, const FeedEntry& entry, const std::string& reason) {
  auto own = document_of_entry(feed, entry);
  if (!own || !*own) return {};
  Document document = std::move(**own);
  document.path = entry.url;
  if (!is_web_url(entry.url)) document.url.reset();
  if (!reason.empty()) document.warnings.push_back({"article-not-fetched", {}, "from the feed alone: the article " + reason});
  finish_document(document, {});
  return document;
}

}  // namespace sayso
