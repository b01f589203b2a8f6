// What SQL tools see of a record.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "archive.h"
#include "record/sql.h"

namespace sayso {
namespace {

using testing::ElementsAre;

std::vector<std::string> rows(const std::string& where, std::string_view sql) {
  const auto db = record::open_database(where, record::Access::read);
  std::vector<std::string> out;
  record::Query& row = db->query(sql);
  for (row.with({}); row.next();) out.emplace_back(row.text(0));
  return out;
}

constexpr const char* kPeople =
    "SELECT name || ' ' || CAST(statements AS TEXT) || ' in ' || CAST(documents AS TEXT) || ' ' || coalesce(gender, '?') FROM people_view ORDER BY name";
constexpr const char* kStatements = "SELECT person FROM statements_view ORDER BY id";

TEST(Views, CountSomebodyWhoIsMergedAsTheOther) {
  const std::string where = new_place("views.db");
  Record record = std::move(*Record::open(where, RecordAccess::write));
  add(record, {"a", "Hill Herald", "2026-03-01", {{"Imogen Halse", "one"}, {"Bram Voss", "two"}}});
  add(record, {"b", "Hill Herald", "2026-03-02", {{"Tobias Wrenfield", "three"}}});
  ASSERT_TRUE(record.commit());
  EXPECT_THAT(rows(where, kPeople), ElementsAre("Bram Voss 1 in 1 ?", "Imogen Halse 1 in 1 ?", "Tobias Wrenfield 1 in 1 ?"));
  const auto number = [&](const char* name) { return record.people_called(name)->people.front().id; };
  ASSERT_TRUE(record.add_people({{"Tobias Wrenfield", {}, "person", {}, {}, std::nullopt, "male"}}));
  ASSERT_TRUE(record.merge(number("Imogen Halse"), number("Tobias Wrenfield")));
  ASSERT_TRUE(record.merge(number("Imogen Halse"), number("Bram Voss")));
  EXPECT_THAT(rows(where, kPeople), ElementsAre("Imogen Halse 3 in 2 male"));
  EXPECT_THAT(rows(where, kStatements), ElementsAre("Imogen Halse", "Imogen Halse", "Imogen Halse"));
}

}  // namespace
}  // namespace sayso
