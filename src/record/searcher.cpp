#include "record/searcher.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <unordered_map>

#include "record/candidates.h"
#include "record/filters.h"
#include "record/people_finder.h"
#include "record/stored.h"

namespace sayso::record {
namespace {

// Of a page's search: the newest that are ranked by how well they answer; older ones follow by their day. All are where no limit is given.
constexpr std::size_t kRanked = 1000;
constexpr std::size_t kListed = 100;       // looked at for a first page that is only the newest
constexpr std::size_t kAll = std::size_t{1} << 40;

// Where a page begins: how many results stand before it, of those that were there when the first page was made.
struct Cursor {
  std::int64_t last = 0;
  std::size_t before = 0;
};

Cursor cursor_of(const std::string& text) {
  Cursor out;
  const char* const end = text.data() + text.size();
  const auto first = std::from_chars(text.data(), end, out.last);
  if (first.ec == std::errc() && first.ptr != end && *first.ptr == '-') {
    const auto second = std::from_chars(first.ptr + 1, end, out.before);
    if (second.ec == std::errc() && second.ptr == end) return out;
  }
  throw SqlFailure(ErrorCode::bad_argument, fmt::format("'{}' is no place to go on from; take the one that the page before gave", text));
}

std::int64_t last_statement(Connection& db) {
  Query& row = db.query("SELECT coalesce(max(id), 0) FROM statements");
  row.with({});
  const std::int64_t out = row.next() ? row.integer(0) : 0;
  row.next();
  return out;
}

// What other documents have word for word goes to the first of them.
std::vector<SearchResult::Item> grouped(const std::vector<Candidate>& candidates, bool group) {
  std::vector<SearchResult::Item> out;
  std::unordered_map<std::uint64_t, std::size_t> leads;
  for (const Candidate& c : candidates) {
    if (group && c.same != 0) {
      const auto [lead, is_new] = leads.try_emplace(c.same, out.size());
      if (!is_new) {
        out[lead->second].copies.push_back(c.statement);
        continue;
      }
    }
    out.push_back({c.statement, {}});
  }
  return out;
}

class Searcher {
 public:
  Searcher(Connection& db, const Search& request) : db_(db), request_(request) {}

  SearchResult run() && {
    Filtered filtered = understand(db_, request_.filter, request_.correct);
    found_.who = std::move(filtered.who);
    found_.corrected = std::move(filtered.corrected);
    found_.notes = std::move(filtered.notes);
    found_.last_statement = last_statement(db_);
    found_.matcher = std::make_shared<TermMatcher>(filtered.words);
    cursor_ = request_.after.empty() ? Cursor{found_.last_statement, 0} : cursor_of(request_.after);
    if (!filtered.nothing) page(filtered);
    return std::move(found_);
  }

 private:
  void page(const Filtered& filtered) {
    const bool best = request_.order == Search::Order::best && found_.matcher->terms() > 0;
    const std::size_t wanted = request_.limit == 0 ? kAll : cursor_.before + request_.limit + 1;
    const std::size_t ranked = !best ? 0 : request_.limit == 0 ? kAll : kRanked;
    const Days days{request_.filter.since, request_.filter.until};
    for (std::size_t most = std::max(wanted, request_.limit == 0 ? 0 : best ? kRanked : kListed);; most *= 2) {
      Considered considered = newest(db_, filtered.condition, days, {request_.above, cursor_.last}, most, *found_.matcher);
      order(considered.newest, ranked);
      std::vector<SearchResult::Item> items = grouped(considered.newest, request_.group);
      if (!considered.all && items.size() < wanted) continue;  // many were copies
      return cut(std::move(items), considered);
    }
  }

  void order(std::vector<Candidate>& newest, std::size_t ranked) {
    if (ranked == 0) return;
    std::vector<Candidate> older;
    if (newest.size() > ranked) {
      const auto from = newest.begin() + static_cast<std::ptrdiff_t>(ranked);
      older.assign(std::make_move_iterator(from), std::make_move_iterator(newest.end()));
      newest.erase(from, newest.end());
    }
    rank(newest, found_.matcher->terms());
    newest.insert(newest.end(), std::make_move_iterator(older.begin()), std::make_move_iterator(older.end()));
  }

  void cut(std::vector<SearchResult::Item> items, const Considered& considered) {
    found_.total = considered.newest.size();
    found_.at_least = !considered.all;
    const std::size_t begin = std::min(cursor_.before, items.size());
    const std::size_t end = request_.limit == 0 ? items.size() : std::min(begin + request_.limit, items.size());
    if (end < items.size() || !considered.all) found_.next = fmt::format("{}-{}", cursor_.last, end);
    found_.items.assign(std::make_move_iterator(items.begin() + static_cast<std::ptrdiff_t>(begin)),
                        std::make_move_iterator(items.begin() + static_cast<std::ptrdiff_t>(end)));
  }

  Connection& db_;
  const Search& request_;
  Cursor cursor_;
  SearchResult found_;
};

std::vector<Span> marks_in(TermMatcher& matcher, const std::string& content) {
  Matched matched;
  matcher.match(content, matched);
  std::vector<Span> spans;
  for (const Match& match : matched.matches) spans.push_back({match.begin, match.end});
  std::ranges::sort(spans);
  std::vector<Span> out;
  for (const Span span : spans) {
    if (!out.empty() && span.begin < out.back().end) out.back().end = std::max(out.back().end, span.end);
    else out.push_back(span);
  }
  return out;
}

}  // namespace

SearchResult search(Connection& db, const Search& request) { return Searcher(db, request).run(); }

Hit load_hit(Connection& db, const SearchResult& found, const SearchResult::Item& item) {
  auto stored = stored_statement(db, item.statement);
  if (!stored) throw SqlFailure(ErrorCode::not_found, fmt::format("no statement {} in the record", item.statement));
  Hit out;
  out.statement = item.statement;
  out.document = stored->document;
  out.number = stored->number;
  out.said = std::move(stored->statement);
  out.head = stored_head(db, out.document);
  if (stored->person) {
    Query& row = db.query("SELECT r.id, r.name, r.type FROM people p JOIN people r ON r.id = coalesce(p.merged_into, p.id) WHERE p.id = $1");
    row.with({*stored->person});
    if (row.next()) out.person = Person{row.integer(0), std::string(row.text(1)), std::string(row.text(2)), 0};
    row.next();
  }
  if (found.matcher) out.marks = marks_in(*found.matcher, out.said.content.text);
  Query& copy = db.query("SELECT s.document, o.name, d.published, d.url FROM statements s JOIN documents d ON d.id = s.document "
                         "LEFT JOIN outlets o ON o.id = d.outlet WHERE s.id = $1");
  for (const std::int64_t id : item.copies) {
    copy.with({id});
    if (!copy.next()) continue;
    if (copy.integer(0) != out.document) out.copies.push_back({id, copy.text_or_none(1), copy.text_or_none(2), copy.text_or_none(3)});
    copy.next();
  }
  return out;
}

}  // namespace sayso::record
