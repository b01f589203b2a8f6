#include "read/feed/feed_documents.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "read/html_fragment.h"
#include "read/language.h"
#include "read/one_document.h"
#include "read/plain.h"
#include "read/warnings.h"

namespace sayso {
namespace {

constexpr std::size_t kMaxFeedBytes = std::size_t{128} << 20;  // UTF-32 at worst; the reader's own limit is lower

std::optional<std::string> filled(std::string text) { return text.empty() ? std::nullopt : std::optional(std::move(text)); }

Result<std::string> line_of(const FeedText& text) {
  if (text.html) return fragment_line(text.value);
  return text.value;
}

Result<std::string> paragraphs_of(const FeedText& text) {
  if (text.html) return fragment_text(text.value);
  return text.value;
}

// Of several contents the longest: others are cut or translated versions.
const FeedText* longest(const std::vector<FeedText>& contents) {
  const auto found = std::max_element(contents.begin(), contents.end(), [](const auto& a, const auto& b) { return a.value.size() < b.value.size(); });
  return found == contents.end() || found->empty() ? nullptr : &*found;
}

std::vector<std::string> names_of(const std::vector<FeedPerson>& people) {
  std::vector<std::string> out;
  for (const FeedPerson& person : people) {
    if (person.name.empty()) continue;
    for (auto& name : names_in_field(person.name)) out.push_back(std::move(name));
  }
  return out;
}

// The first that says a day.
std::optional<std::string> day_of(const FeedItem& item) {
  for (const auto* date : {&item.published, &item.created, &item.updated}) {
    if (date->day) return date->day;
  }
  return {};
}

void warn_of_entry(Document& document, const Feed& feed, bool has_text, bool has_summary) {
  if (!has_text) {
    document.warnings.push_back({"summary-only", {}, has_summary ? "the feed has a summary of it, not its text" : "the feed has its headline alone"});
  }
  if (feed.repaired) document.warnings.push_back({"feed-repaired", {}, "the XML of the feed is broken; something may be missing"});
  if (feed.replaced > 0) warn_of_replaced(document, feed.replaced);
}

class FeedDocuments final : public DocumentSource {
 public:
  FeedDocuments(std::unique_ptr<ByteSource> bytes, std::string path, const ReadOptions& options)
      : bytes_(std::move(bytes)), path_(std::move(path)), options_(options) {}

  std::optional<Result<Document>> next() override {
    if (bytes_) {
      const auto bytes = std::exchange(bytes_, nullptr);
      auto all = read_all(*bytes, std::min(options_.max_bytes, kMaxFeedBytes));
      if (!all) return fail(all.error(), path_);
      auto feed = parse_feed(std::move(*all));
      if (!feed) return fail(feed.error(), path_);
      feed_ = std::move(*feed);
    }
    while (next_ < feed_.entries.size()) {
      auto document = document_of_entry(feed_, feed_.entries[next_++]);
      if (!document) continue;
      if (!*document) return fail(document->error(), fmt::format("{}: entry {}", path_, next_));
      (*document)->path = path_;
      finish_document(**document, options_);
      return document;
    }
    return {};
  }

 private:
  static tl::unexpected<Error> fail(Error error, const std::string& where) {
    error.where = where;
    return tl::unexpected(std::move(error));
  }

  std::unique_ptr<ByteSource> bytes_;  // until it was read
  Feed feed_;
  std::size_t next_ = 0;
  std::string path_;
  ReadOptions options_;
};

}  // namespace

std::optional<Result<Document>> document_of_entry(const Feed& feed, const FeedEntry& entry) {
  const FeedText* content = longest(entry.contents);
  auto title = line_of(entry.title);
  auto body = paragraphs_of(content != nullptr ? *content : entry.summary);
  auto outlet = line_of(entry.source && !entry.source->title.empty() ? entry.source->title : feed.title);
  for (auto* text : {&title, &body, &outlet}) {
    if (!*text) return tl::unexpected(text->error());
  }
  if (title->empty() && body->empty()) return {};
  Document out;
  out.text = *title;
  if (!title->empty() && !body->empty()) out.text += "\n\n";
  out.text += *body;
  out.id = entry.id.empty() ? entry.url : entry.id;
  out.url = filled(entry.url);
  out.title = filled(std::move(*title));
  out.outlet = filled(std::move(*outlet));
  out.authors = names_of(entry.authors.empty() && feed.atom ? feed.authors : entry.authors);
  out.published = day_of(entry);
  out.language = language_of_tag(entry.language.empty() ? feed.language : entry.language);
  warn_of_entry(out, feed, content != nullptr, !body->empty());
  return out;
}

std::unique_ptr<DocumentSource> feed_documents(std::unique_ptr<ByteSource> bytes, std::string path, const ReadOptions& options) {
  return std::make_unique<FeedDocuments>(std::move(bytes), std::move(path), options);
}

}  // namespace sayso
