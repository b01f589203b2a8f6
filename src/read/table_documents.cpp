#include "read/table_documents.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "read/dates.h"
#include "read/encoding.h"
#include "read/field_names.h"
#include "read/language.h"
#include "read/one_document.h"
#include "read/plain.h"
#include "read/warnings.h"

namespace sayso {
namespace {

constexpr std::size_t kStep = std::size_t{64} << 10;

// What stands most often between the cells of the first row, outside of quotation marks.
char delimiter_of(std::string_view head) {
  constexpr std::string_view kDelimiters = ",;\t|";
  std::array<std::size_t, kDelimiters.size()> counts{};
  bool quoted = false;
  for (const char c : head) {
    if (c == '"') quoted = !quoted;
    if (c == '\n' && !quoted) break;
    const auto which = quoted ? kDelimiters.npos : kDelimiters.find(c);
    if (which != kDelimiters.npos) ++counts[which];
  }
  return kDelimiters[static_cast<std::size_t>(std::max_element(counts.begin(), counts.end()) - counts.begin())];
}

class TableDocuments final : public DocumentSource {
 public:
  TableDocuments(std::unique_ptr<PeekableBytes> bytes, std::string path, const ReadOptions& options)
      : rows_(std::move(bytes), options.max_bytes), path_(std::move(path)), options_(options) {
    columns_.fill(kAbsent);
  }

  std::optional<Result<Document>> next() override {
    if (over_) return {};
    if (!headed_) {
      headed_ = true;
      if (auto head = read_head(); !head) return over_ = true, fail(std::move(head.error()), path_);
    }
    for (;;) {
      const auto more = rows_.next(row_);
      over_ = !more || !*more;
      if (!more) return fail(more.error(), path_);
      if (over_) return {};
      const std::string where = fmt::format("{}:{}", path_, row_.line);
      if (row_.too_large) return fail({ErrorCode::too_large, {}, fmt::format("larger than {} bytes", options_.max_bytes)}, where);
      if (row_.cut_off) return fail({ErrorCode::malformed, {}, "the table ends in quotation marks that are not closed"}, where);
      if (!cell(text).empty()) return document();
    }
  }

 private:
  Result<void> read_head() {
    const auto more = rows_.next(row_);
    if (!more) return tl::unexpected(more.error());
    std::array<std::size_t, kFields> ranks;
    ranks.fill(kAbsent);
    for (std::size_t i = 0; *more && i < row_.cells.size(); ++i) {
      const auto known = field_called(row_.cells[i], options_.map);
      if (!known || known->rank >= ranks[known->field]) continue;
      ranks[known->field] = known->rank;
      columns_[known->field] = i;
    }
    if (columns_[text] != kAbsent) return {};
    return tl::unexpected(Error{ErrorCode::malformed, {}, "a table without a column of texts; name it: --map text=COLUMN"});
  }

  std::string& cell(Field field) {
    return columns_[field] < row_.cells.size() ? row_.cells[columns_[field]] : none_ = {};
  }

  std::optional<std::string> decoded(Field field) {
    std::string& bytes = cell(field);
    if (bytes.empty()) return {};
    Decoded out = decode_bytes(std::move(bytes));
    replaced_ += out.replaced;
    return std::move(out.text);
  }

  Result<Document> document() {
    Document out;
    replaced_ = 0;
    out.path = path_;
    out.id = decoded(id).value_or("");
    out.url = decoded(url);
    out.title = decoded(title);
    out.outlet = decoded(outlet);
    if (const auto names = decoded(authors)) out.authors = names_of_byline(names->starts_with("By ") ? names->substr(3) : *names);
    if (const auto date = decoded(published)) out.published = iso_date(*date);
    if (const auto tag = decoded(language)) out.language = language_of_tag(*tag);
    out.text = decoded(text).value_or("");
    if (replaced_ > 0) warn_of_replaced(out, replaced_);
    finish_document(out, options_);
    return out;
  }

  static tl::unexpected<Error> fail(Error error, const std::string& where) {
    error.where = where;
    return tl::unexpected(std::move(error));
  }

  TableRows rows_;
  TableRows::Row row_;
  std::array<std::size_t, kFields> columns_;
  std::string none_;
  std::string path_;
  ReadOptions options_;
  std::uint32_t replaced_ = 0;
  bool headed_ = false;
  bool over_ = false;
};

}  // namespace

Result<void> TableRows::tell_delimiter() {
  const auto head = bytes_->peek(kStep);
  if (!head) return tl::unexpected(head.error());
  auto start = *head;
  if (start.starts_with("\xef\xbb\xbf")) {
    char mark[3];
    if (const auto got = bytes_->read(mark, 3); !got) return tl::unexpected(got.error());
    start.remove_prefix(3);
  }
  delimiter_ = delimiter_of(start);
  return {};
}

Result<int> TableRows::take() {
  if (used_ == buffer_.size()) {
    buffer_.resize(kStep);
    const auto got = bytes_->read(buffer_.data(), buffer_.size());
    buffer_.resize(got.value_or(0));
    used_ = 0;
    if (!got) return tl::unexpected(got.error());
    if (*got == 0) return -1;
  }
  return static_cast<unsigned char>(buffer_[used_++]);
}

Result<bool> TableRows::next(Row& row) {
  if (delimiter_ == 0) {
    if (auto told = tell_delimiter(); !told) return tl::unexpected(told.error());
  }
  row = {{std::string()}, line_, false, false};
  std::size_t size = 0;
  bool quoted = false;
  bool after_quote = false;  // a mark within marks: the end, or the first of two
  for (;;) {
    const auto taken = take();
    if (!taken) return tl::unexpected(taken.error());
    const int c = *taken;
    if (c == '\n') ++line_;
    const bool inside = quoted && !after_quote;
    if (c == -1 || (c == '\n' && !inside)) {
      row.cut_off = inside;
      const bool blank = size == 0 && row.cells.size() == 1;
      if (!blank || (c == -1)) return !blank;
      row.line = line_;
      continue;
    }
    if (++size > max_bytes_) {
      row.too_large = true;
      row.cells.assign(1, {});
    }
    if (c == '"' && (inside || after_quote || (row.cells.back().empty() && !row.too_large))) {
      if (after_quote && !row.too_large) row.cells.back() += '"';
      after_quote = inside;
      quoted = true;
    } else if (c == delimiter_ && !inside) {
      quoted = after_quote = false;
      if (!row.too_large) row.cells.emplace_back();
    } else if (c != '\r' || inside) {
      after_quote = false;
      if (!inside && quoted) quoted = false;  // words behind the closing mark
      if (!row.too_large) row.cells.back() += static_cast<char>(c);
    } else {
      --size;
    }
  }
}

std::unique_ptr<DocumentSource> table_documents(std::unique_ptr<PeekableBytes> bytes, std::string path, const ReadOptions& options) {
  return std::make_unique<TableDocuments>(std::move(bytes), std::move(path), options);
}

}  // namespace sayso
