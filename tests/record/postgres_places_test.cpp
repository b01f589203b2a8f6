// What may be wrong with the address of a record in PostgreSQL, and with what is found there.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "record/place.h"
#include "sayso/record.h"

namespace sayso {
namespace {

using testing::HasSubstr;
using testing::Not;

Error failure_of(const std::string& where, RecordAccess access = RecordAccess::write) {
  const auto record = Record::open(where, access);
  EXPECT_FALSE(record);
  return record ? Error{} : record.error();
}

TEST(PostgresAddress, IsNeverShownWithItsPassword) {
  const Error away = failure_of("postgresql://desk:hush%20hush@127.0.0.1:1/news");
  EXPECT_EQ(away.code, ErrorCode::unreadable);
  EXPECT_EQ(away.where, "postgresql://desk@127.0.0.1:1/news");
  EXPECT_THAT(away.message, HasSubstr("Connection refused"));
  for (const char* wrong : {"postgresql://desk:hush@host:port/news", "postgresql://desk:hush@[::1/news", "postgres://?password=hush&x=1"}) {
    const Error error = failure_of(wrong);
    EXPECT_FALSE(error.message.empty()) << wrong;
    EXPECT_THAT(error.where + error.message, Not(HasSubstr("hush"))) << wrong;
  }
}

class PostgresPlace : public testing::Test {
 protected:
  void SetUp() override {
    if (!on_postgres()) GTEST_SKIP() << "runs on a server, by postgres_test.py";
  }
};

TEST_F(PostgresPlace, SaysWhatIsNotThere) {
  const Error no_database = failure_of(address_of("nowhere"));
  EXPECT_EQ(no_database.code, ErrorCode::unreadable);
  EXPECT_THAT(no_database.message, HasSubstr("database \"nowhere\" does not exist"));
  const Error no_record = failure_of(address_of(new_database("empty")), RecordAccess::read);
  EXPECT_EQ(no_record.code, ErrorCode::not_found);
}

TEST_F(PostgresPlace, RefusesAWrongPassword) {
  const std::string database = new_database("password");
  run_on_server(database, "DROP ROLE IF EXISTS guarded; CREATE ROLE guarded LOGIN PASSWORD 'right'");
  std::string address = address_of(database);
  address.replace(address.find("postgres@"), 9, "guarded:hush@");
  const Error error = failure_of(address);
  EXPECT_EQ(error.code, ErrorCode::unreadable);
  EXPECT_THAT(error.message, HasSubstr("password authentication failed for user \"guarded\""));
  EXPECT_THAT(error.where + error.message, Not(HasSubstr("hush")));
  // The right one, but no right to make anything.
  address.replace(address.find("hush"), 4, "right");
  EXPECT_EQ(failure_of(address).code, ErrorCode::write_failed);
}

TEST_F(PostgresPlace, LeavesOthersTablesAlone) {
  const std::string database = new_database("foreign");
  run_on_server(database, "CREATE SCHEMA sayso; CREATE TABLE sayso.documents (id INT); INSERT INTO sayso.documents VALUES (7)");
  for (const RecordAccess access : {RecordAccess::read, RecordAccess::write}) {
    const Error error = failure_of(address_of(database), access);
    EXPECT_EQ(error.code, ErrorCode::malformed);
    EXPECT_THAT(error.message, HasSubstr("another program's tables"));
  }
  run_on_server(database, "DROP TABLE sayso.documents; DROP SCHEMA sayso; CREATE TABLE documents (id INT)");
  EXPECT_TRUE(Record::open(address_of(database), RecordAccess::write));  // in a schema of its own, beside what else there is
}

TEST_F(PostgresPlace, RefusesANewerRecord) {
  const std::string database = new_database("newer");
  ASSERT_TRUE(Record::open(address_of(database), RecordAccess::write));
  run_on_server(database, "UPDATE sayso.record_info SET version = 99");
  const Error error = failure_of(address_of(database));
  EXPECT_EQ(error.code, ErrorCode::malformed);
  EXPECT_THAT(error.message, HasSubstr("version 99, made by a newer Sayso"));
}

TEST_F(PostgresPlace, RefusesAnEncodingThatHoldsNotAll) {
  run_on_server("postgres", "DROP DATABASE IF EXISTS latin");
  run_on_server("postgres", "CREATE DATABASE latin ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0");
  EXPECT_THAT(failure_of(address_of("latin")).message, HasSubstr("encoding is LATIN1"));
}

TEST_F(PostgresPlace, ALostConnectionLosesNothingThatWasCommitted) {
  const std::string database = new_database("lost");
  Document one;
  one.text = "one";
  {
    auto record = Record::open(address_of(database), RecordAccess::write);
    ASSERT_TRUE(record->add(one, {}, "fast"));
    ASSERT_TRUE(record->commit());
    Document two;
    two.text = "two";
    ASSERT_TRUE(record->add(two, {}, "fast"));
    run_on_server("postgres", "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + database + "'");
    const auto lost = record->commit();
    ASSERT_FALSE(lost);
    EXPECT_EQ(lost.error().code, ErrorCode::unreadable);
    EXPECT_FALSE(record->add(two, {}, "fast"));
  }
  auto record = Record::open(address_of(database), RecordAccess::write);
  ASSERT_TRUE(record) << record.error().message;
  EXPECT_TRUE(*record->knows(one, "fast"));
  std::size_t documents = 0;
  ASSERT_TRUE(record->each_document([&](const Document&, const Extraction&) { return ++documents; }));
  EXPECT_EQ(documents, 1u);
}

TEST_F(PostgresPlace, ReadersCannotWrite) {
  const std::string place = new_place("readonly");
  ASSERT_TRUE(Record::open(place, RecordAccess::write));
  auto record = Record::open(place, RecordAccess::read);
  ASSERT_TRUE(record);
  const auto added = record->add({}, {}, "fast");
  ASSERT_FALSE(added);
  EXPECT_EQ(added.error().code, ErrorCode::write_failed);
}

}  // namespace
}  // namespace sayso
