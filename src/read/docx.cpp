#include "read/docx.h"

#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>
#include <pugixml.hpp>

#include <memory>
#include <optional>

#include "read/dates.h"
#include "read/plain.h"

namespace sayso {
namespace {

using namespace std::literals;

constexpr std::size_t kMaxPartBytes = std::size_t{64} << 20;  // of one XML file, unpacked

struct Parts {
  std::optional<std::string> body, properties;
};

using Zip = std::unique_ptr<archive, decltype(&archive_read_free)>;

Error broken(std::string message) { return {ErrorCode::malformed, {}, std::move(message)}; }

Result<std::string> read_part(archive* zip) {
  std::string out, chunk(std::size_t{64} << 10, '\0');
  while (true) {
    const auto got = archive_read_data(zip, chunk.data(), chunk.size());
    if (got < 0) return tl::unexpected(broken(fmt::format("broken: {}", archive_error_string(zip) ? archive_error_string(zip) : "no zip file")));
    if (got == 0) return out;
    out.append(chunk, 0, static_cast<std::size_t>(got));
    if (out.size() > kMaxPartBytes) return tl::unexpected(Error{ErrorCode::too_large, {}, fmt::format("its text is larger than {} bytes", kMaxPartBytes)});
  }
}

Result<Parts> read_parts(std::string_view bytes) {
  const Zip zip(archive_read_new(), archive_read_free);
  archive_read_support_format_zip(zip.get());
  if (archive_read_open_memory(zip.get(), bytes.data(), bytes.size()) != ARCHIVE_OK) return tl::unexpected(broken("no zip file"));
  Parts parts;
  archive_entry* entry = nullptr;
  int state = ARCHIVE_OK;
  while ((state = archive_read_next_header(zip.get(), &entry)) == ARCHIVE_OK || state == ARCHIVE_WARN) {
    const char* name = archive_entry_pathname(entry);
    if (name == nullptr) continue;
    std::optional<std::string>* part = name == "word/document.xml"sv ? &parts.body : name == "docProps/core.xml"sv ? &parts.properties : nullptr;
    if (part == nullptr) continue;
    auto read = read_part(zip.get());
    if (!read) return tl::unexpected(read.error());
    *part = std::move(*read);
  }
  if (!parts.body) return tl::unexpected(broken(state == ARCHIVE_EOF ? "no Word document: it has no text" : "broken zip file"));
  return parts;
}

std::string_view local_name(const pugi::xml_node& node) {
  const std::string_view name = node.name();
  const std::size_t colon = name.find(':');
  return colon == name.npos ? name : name.substr(colon + 1);
}

// Walks without recursion, as pugixml's traverse() does.
class Paragraphs : public pugi::xml_tree_walker {
 public:
  explicit Paragraphs(Document& document) : document_(document) {}

  bool for_each(pugi::xml_node& node) override {
    const std::string_view name = local_name(node);
    if (name == "p") begin_paragraph();
    else if (name == "pStyle") titled_ = std::string_view(node.attribute("w:val").value()) == "Title";
    else if (name == "t") append(node.text().get());
    else if (name == "tab" || name == "br" || name == "cr") append(" ");
    else if (name == "noBreakHyphen") append("-");
    return true;
  }

  bool end(pugi::xml_node&) override {
    keep_title();
    return true;
  }

  std::vector<DocxParagraph>& with_words() { return with_words_; }

 private:
  void begin_paragraph() {
    keep_title();
    titled_ = false;
    begin_ = true;
    ++number_;
  }

  void append(std::string_view text) {
    if (text.empty()) return;
    if (begin_ && text.find_first_not_of(' ') == text.npos) return;
    if (begin_ && !document_.text.empty()) document_.text += "\n\n";
    if (begin_) with_words_.push_back({line_ = document_.text.size(), number_});
    begin_ = false;
    document_.text += text;
  }

  void keep_title() {
    if (titled_ && !begin_ && !document_.title) document_.title = document_.text.substr(line_);
  }

  Document& document_;
  bool begin_ = true, titled_ = false;
  std::size_t line_ = 0;
  std::uint32_t number_ = 0;
  std::vector<DocxParagraph> with_words_;
};

void read_properties(const std::string& xml, Document& document) {
  pugi::xml_document properties;
  if (!properties.load_buffer(xml.data(), xml.size())) return;
  for (const pugi::xml_node& node : properties.document_element()) {
    const std::string value = node.text().get();
    if (value.empty()) continue;
    if (local_name(node) == "title" && !document.title) document.title = value;
    if (local_name(node) == "creator") document.authors = names_in_field(value);
    if (local_name(node) == "modified") document.modified = iso_date(value);
  }
}

Result<std::vector<DocxParagraph>> read_body(const std::string& xml, Document& document) {
  pugi::xml_document body;
  const auto parsed = body.load_buffer(xml.data(), xml.size(), pugi::parse_default | pugi::parse_ws_pcdata);
  if (!parsed) return tl::unexpected(broken(fmt::format("broken XML: {}", parsed.description())));
  Paragraphs paragraphs(document);
  body.traverse(paragraphs);
  return std::move(paragraphs.with_words());
}

}  // namespace

Result<Document> document_of_docx(std::string_view bytes) {
  const auto parts = read_parts(bytes);
  if (!parts) return tl::unexpected(parts.error());
  Document document;
  if (const auto read = read_body(*parts->body, document); !read) return tl::unexpected(read.error());
  if (parts->properties) read_properties(*parts->properties, document);
  return document;
}

Result<std::vector<DocxParagraph>> paragraphs_of_docx(std::string_view bytes) {
  const auto parts = read_parts(bytes);
  if (!parts) return tl::unexpected(parts.error());
  Document document;
  return read_body(*parts->body, document);
}

}  // namespace sayso
