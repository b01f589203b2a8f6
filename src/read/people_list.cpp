#include "read/people_list.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>

#include "read/bytes.h"
#include "read/encoding.h"
#include "read/table_documents.h"

namespace sayso {
namespace {

constexpr std::size_t kMaxRow = std::size_t{1} << 20;  // bytes

enum Column { name, aliases, wikidata, gender, type, role, body, kColumns };

// What columns are called, the most telling first.
constexpr std::array<std::string_view, kColumns> kNames = {
    "name fullname personname label person politician itemlabel",
    "aliases alias alsoknownas aka altlabel altlabels alternativenames othernames variants nicknames",
    "wikidata wikidataid qid item wikidataitem",
    "gender sex genderlabel sexorgender",
    "type kind entitytype",
    "role roles position positions office title occupation occupations job positionlabel occupationlabel description",
    "organization organisation organizations body bodies party employer affiliation company team partylabel memberof",
};

std::string letters(std::string_view heading) {
  std::string out;
  for (const char c : heading) {
    if ((c | 32) >= 'a' && (c | 32) <= 'z') out += static_cast<char>(c | 32);
  }
  return out;
}

std::optional<std::size_t> rank_of(std::string_view heading, Column column) {
  const std::string known = letters(heading);
  std::string_view names = kNames[column];
  for (std::size_t rank = 0; !names.empty() && !known.empty(); ++rank) {
    const std::string_view one = names.substr(0, names.find(' '));
    names.remove_prefix(std::min(one.size() + 1, names.size()));
    if (one == known) return rank;
  }
  return std::nullopt;
}

std::string_view trimmed(std::string_view text) {
  const auto is_space = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; };
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

std::vector<std::string> values_of(std::string_view cell) {
  std::vector<std::string> out;
  while (!cell.empty()) {
    const std::size_t end = cell.find_first_of(";|");
    if (const std::string_view value = trimmed(cell.substr(0, end)); !value.empty()) out.emplace_back(value);
    cell.remove_prefix(end == cell.npos ? cell.size() : end + 1);
  }
  return out;
}

// "Q42" of "http://www.wikidata.org/entity/Q42".
std::optional<std::string> identifier(std::string_view cell) {
  cell = trimmed(cell);
  if (const std::size_t slash = cell.rfind('/'); slash != cell.npos) cell.remove_prefix(slash + 1);
  return cell.empty() ? std::nullopt : std::optional(std::string(cell));
}

std::optional<std::string> gender_of(std::string_view cell) {
  std::string word(trimmed(cell));
  std::ranges::transform(word, word.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 32) : c; });
  if (word == "f" || word == "w" || word == "female" || word == "woman") return "female";
  if (word == "m" || word == "male" || word == "man") return "male";
  return word.empty() ? std::nullopt : std::optional(word);
}

class ListReader {
 public:
  ListReader(TableRows rows, const std::string& path) : rows_(std::move(rows)), path_(path) { columns_.fill(std::string::npos); }

  Result<PeopleList> read() {
    if (auto head = read_head(); !head) return tl::unexpected(head.error());
    for (;;) {
      const auto more = rows_.next(row_);
      if (!more) return tl::unexpected(Error{more.error().code, path_, more.error().message});
      if (!*more) return std::move(out_);
      if (row_.too_large) wrong("longer than 1 MiB");
      else if (row_.cut_off) wrong("the list ends in quotation marks that are not closed");
      else person();
    }
  }

 private:
  Result<void> read_head() {
    const auto more = rows_.next(row_);
    if (!more) return tl::unexpected(Error{more.error().code, path_, more.error().message});
    std::array<std::size_t, kColumns> ranks;
    ranks.fill(std::string::npos);
    for (std::size_t i = 0; *more && i < row_.cells.size(); ++i) {
      for (int column = 0; column < kColumns; ++column) {
        const auto rank = rank_of(row_.cells[i], static_cast<Column>(column));
        if (!rank || *rank >= ranks[column]) continue;
        ranks[column] = *rank;
        columns_[column] = i;
      }
    }
    if (columns_[name] != std::string::npos) return {};
    return tl::unexpected(Error{ErrorCode::malformed, path_, "a list of people needs a column `name` in its first row"});
  }

  std::string cell(Column column) const {
    if (columns_[column] >= row_.cells.size()) return {};
    return decode_bytes(std::string(row_.cells[columns_[column]])).text;
  }

  void person() {
    static constexpr std::array<std::string_view, 4> kTypes = {"person", "organization", "group", "document"};
    ListedPerson one;
    one.name = trimmed(cell(name));
    one.line = row_.line;
    if (one.name.empty()) return wrong("no name");
    if (const std::string given(trimmed(cell(type))); !given.empty()) {
      one.type = given == "organisation" ? "organization" : given;
      if (std::ranges::find(kTypes, one.type) == kTypes.end())
        return wrong(fmt::format("no type '{}'; there are: person, organization, group, document", given));
    }
    one.aliases = values_of(cell(aliases));
    one.roles = values_of(cell(role));
    one.bodies = values_of(cell(body));
    one.wikidata = identifier(cell(wikidata));
    one.gender = gender_of(cell(gender));
    out_.people.push_back(std::move(one));
  }

  void wrong(std::string reason) { out_.wrong.push_back({ErrorCode::malformed, fmt::format("{}:{}", path_, row_.line), std::move(reason)}); }

  TableRows rows_;
  const std::string& path_;
  TableRows::Row row_;
  std::array<std::size_t, kColumns> columns_;
  PeopleList out_;
};

}  // namespace

Result<PeopleList> read_people_list(const std::string& path) {
  auto source = open_bytes(path);
  if (!source) return tl::unexpected(Error{source.error().code, path, source.error().message});
  return ListReader(TableRows(std::make_unique<PeekableBytes>(std::move(*source)), kMaxRow), path).read();
}

}  // namespace sayso
