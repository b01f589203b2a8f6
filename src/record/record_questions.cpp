// What a record is asked, and what a curator tells it: record.h, the part that reads statements and people.
#include "record/people_finder.h"
#include "record/person_page.h"
#include "record/record_state.h"
#include "record/searcher.h"
#include "record/tally.h"

namespace sayso {

Result<SearchResult> Record::search(const Search& request) {
  return state_->guarded([&] { return record::search(*state_->db, request); });
}

Result<Hit> Record::hit(const SearchResult& found, std::size_t item) {
  return state_->guarded([&] { return record::load_hit(*state_->db, found, found.items.at(item)); });
}

Result<CountTable> Record::count(const Counting& counting) {
  return state_->guarded([&] { return std::move(record::tally(*state_->db, {counting}).front()); });
}

Result<std::vector<CountTable>> Record::count(const std::vector<Counting>& tables) {
  return state_->guarded([&] { return record::tally(*state_->db, tables); });
}

Result<Understood> Record::people_called(const std::string& name) {
  return state_->guarded([&] { return record::PeopleFinder(*state_->db).find(name); });
}

Result<PersonPage> Record::person(std::int64_t id, const Filter& filter) {
  return state_->guarded([&] {
    return record::person_page(*state_->db, record::PeopleFinder(*state_->db).number(std::to_string(id)), filter);
  });
}

Result<std::vector<Joining>> Record::joinings(std::int64_t person) {
  return state_->guarded([&] {
    return record::joinings(*state_->db, record::PeopleFinder(*state_->db).number(std::to_string(person)));
  });
}

Result<Decision> Record::merge(std::int64_t person, std::int64_t other) {
  return state_->decided([&](record::Curator& curator) { return curator.merge(person, other); });
}

Result<Decision> Record::split(std::int64_t person, const std::vector<std::int64_t>& documents) {
  return state_->decided([&](record::Curator& curator) { return curator.split(person, documents); });
}

Result<Decision> Record::rename(std::int64_t person, const std::string& name) {
  return state_->decided([&](record::Curator& curator) { return curator.rename(person, name); });
}

Result<Decision> Record::undo(std::int64_t decision) {
  return state_->decided([&](record::Curator& curator) { return curator.undo(decision); });
}

Result<std::vector<Decision>> Record::decisions() {
  return state_->guarded([&] { return record::Curator(*state_->db).decisions(); });
}

Result<Listed> Record::add_people(const std::vector<ListedPerson>& list) {
  return state_->changing_people([&] { return record::add_listed(*state_->db, list); });
}

Result<Record::SavedSearch> Record::saved_search(const std::string& name) {
  return state_->guarded([&] {
    SavedSearch out;
    record::Query& row = state_->db->query("SELECT query, last_statement FROM saved_searches WHERE name = $1");
    for (row.with({std::string_view(name)}); row.next();) out = {std::string(row.text(0)), row.integer(1)};
    return out;
  });
}

Result<void> Record::save_search(const std::string& name, const SavedSearch& search) {
  return state_->guarded([&] {
    state_->writer.commit();
    state_->db->query("INSERT INTO saved_searches (name, query, last_statement) VALUES ($1, $2, $3) "
                      "ON CONFLICT (name) DO UPDATE SET query = excluded.query, last_statement = excluded.last_statement")
        .run({std::string_view(name), std::string_view(search.request), search.last_statement});
  });
}

}  // namespace sayso
