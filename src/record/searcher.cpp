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

// Of a page's search: the newest that are ranked by how well they answer, and of those that have the words side by side as many more. Others
// follow by their day. All are ranked where no limit is given. Of one word, what has it is much alike.
constexpr std::size_t kRanked = 200, kRankedOfOne = 100;
constexpr std::size_t kAll = std::size_t{1} << 40;

// Where a page begins: how many results stand before it, of those that were there when the first page was made and had come after `above`.
struct Cursor {
  std::int64_t last = 0;
  std::size_t before = 0;
  std::int64_t above = 0;
};

// "LAST-BEFORE", "LAST-BEFORE-ABOVE".
Cursor cursor_of(const std::string& text) {
  Cursor out;
  const char* const end = text.data() + text.size();
  const auto goes_on = [&](const std::from_chars_result& read) { return read.ec == std::errc() && read.ptr != end && *read.ptr == '-'; };
  const auto ends = [&](const std::from_chars_result& read) { return read.ec == std::errc() && read.ptr == end; };
  if (const auto first = std::from_chars(text.data(), end, out.last); goes_on(first)) {
    const auto second = std::from_chars(first.ptr + 1, end, out.before);
    if (ends(second)) return out;
    if (goes_on(second) && ends(std::from_chars(second.ptr + 1, end, out.above)) && out.above > 0) return out;
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
class Results {
 public:
  explicit Results(bool group) : group_(group) {}

  void add(const Candidate& c) {
    if (group_ && c.same != 0) {
      const auto [lead, is_new] = leads_.try_emplace(c.same, items_.size());
      if (!is_new) return items_[lead->second].copies.push_back(c.statement);
    }
    items_.push_back({c.statement, {}});
  }
  std::size_t size() const { return items_.size(); }
  std::vector<SearchResult::Item> take() && { return std::move(items_); }

 private:
  bool group_;
  std::vector<SearchResult::Item> items_;
  std::unordered_map<std::uint64_t, std::size_t> leads_;
};

// The words of a query that asks for several, as a phrase; empty where it asks for anything else.
Condition side_by_side(const Condition& words) {
  Term phrase{Term::Match::phrase, {}};
  for (const Condition::Step& step : words.steps())
    if (step.what != Condition::What::term && step.what != Condition::What::both) return {};
  for (const Term& term : words.terms()) {
    if (term.match != Term::Match::word) return {};
    phrase.words.insert(phrase.words.end(), term.words.begin(), term.words.end());
  }
  Condition out;
  if (words.terms().size() > 1) out.add(std::move(phrase));
  return out;
}

class Searcher {
 public:
  Searcher(Connection& db, const Search& request) : db_(db), request_(request), days_{request.filter.since, request.filter.until} {}

  SearchResult run() && {
    Filtered filtered = understand(db_, request_.filter, request_.correct);
    found_.who = std::move(filtered.who);
    found_.corrected = std::move(filtered.corrected);
    found_.notes = std::move(filtered.notes);
    found_.last_statement = last_statement(db_);
    found_.matcher = std::make_shared<TermMatcher>(filtered.words);
    cursor_ = request_.after.empty() ? Cursor{found_.last_statement, 0, request_.above} : cursor_of(request_.after);
    found_.last_statement = std::min(found_.last_statement, cursor_.last);
    if (!filtered.nothing) page(filtered);
    return std::move(found_);
  }

 private:
  void page(const Filtered& filtered) {
    const bool best = request_.order == Search::Order::best && found_.matcher->terms() > 0;
    const bool paged = request_.limit != 0;
    const std::size_t wanted = paged ? cursor_.before + request_.limit + 1 : kAll, ranked = !best ? 0 : !paged ? kAll : found_.matcher->terms() > 1 ? kRanked : kRankedOfOne;
    for (std::size_t most = std::max(wanted, ranked);; most *= 2) {
      const Considered considered = newest(db_, filtered.condition, days_, range(), most);
      Results results = in_order(considered.newest, ranked, wanted, filtered);
      if (paged && results.size() < wanted && !considered.all) continue;  // many were copies
      return cut(std::move(results).take(), considered);
    }
  }

  Range range() const { return {cursor_.above, cursor_.last}; }

  // The best of the first ones, then the others as they stand, until there are as many as are wanted.
  Results in_order(const std::vector<Found>& newest, std::size_t ranked, std::size_t wanted, const Filtered& filtered) {
    CandidateReader reader(db_, *found_.matcher, days_);
    Results out(request_.group);
    std::size_t at = std::min(ranked, newest.size());
    std::vector<std::int64_t> first;
    for (std::size_t i = 0; i < at; ++i) first.push_back(newest[i].statement);
    if (newest.size() > at) add_close(filtered, first);
    found_.ranked = first.size();
    for (const Candidate& one : best_first(first, reader)) out.add(one);
    std::ranges::sort(first);
    for (; at < newest.size() && out.size() < wanted; ++at) {
      if (std::ranges::binary_search(first, newest[at].statement)) continue;
      if (const auto one = reader.read(newest[at].statement)) out.add(*one);
    }
    return out;
  }

  // Among many that have the words somewhere, whatever has them side by side is worth ranking, old as it may be.
  void add_close(const Filtered& filtered, std::vector<std::int64_t>& first) {
    Condition close = side_by_side(filtered.words);
    if (first.empty() || close.empty()) return;
    close.require(filtered.condition);
    const std::size_t before = first.size();
    for (const Found& one : newest(db_, close, days_, range(), kRanked).newest)
      if (std::find(first.begin(), first.begin() + static_cast<std::ptrdiff_t>(before), one.statement) == first.begin() + static_cast<std::ptrdiff_t>(before))
        first.push_back(one.statement);
  }

  std::vector<Candidate> best_first(const std::vector<std::int64_t>& statements, CandidateReader& reader) const {
    std::vector<Candidate> out;
    for (const std::int64_t statement : statements)
      if (auto one = reader.read(statement)) out.push_back(std::move(*one));
    rank(out, found_.matcher->terms());
    return out;
  }

  void cut(std::vector<SearchResult::Item> items, const Considered& considered) {
    found_.total = considered.total;
    found_.at_least = considered.at_least;
    const std::size_t begin = std::min(cursor_.before, items.size());
    const std::size_t end = request_.limit == 0 ? items.size() : std::min(begin + request_.limit, items.size());
    if (end < items.size()) found_.next = fmt::format("{}-{}{}", cursor_.last, end, cursor_.above > 0 ? fmt::format("-{}", cursor_.above) : "");
    found_.items.assign(std::make_move_iterator(items.begin() + static_cast<std::ptrdiff_t>(begin)),
                        std::make_move_iterator(items.begin() + static_cast<std::ptrdiff_t>(end)));
  }

  Connection& db_;
  const Search& request_;
  const Days days_;
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
