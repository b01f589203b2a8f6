// Where a test keeps its record: a new file; where SAYSO_TEST_POSTGRES is the address of a server ("postgresql://…/{}?…"), a new database
// on it. tests/record/postgres_test.py runs all tests of the record that way.
#pragma once

#include <gtest/gtest.h>
#include <libpq-fe.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>

namespace sayso {

inline bool on_postgres() { return std::getenv("SAYSO_TEST_POSTGRES") != nullptr; }

// Of this process, gone with it.
inline const std::filesystem::path& test_folder() {
  struct Folder {
    std::filesystem::path path = std::filesystem::temp_directory_path() / ("sayso-record-" + std::to_string(::getpid()));
    Folder() { std::filesystem::create_directories(path); }
    ~Folder() {
      std::error_code ignored;
      std::filesystem::remove_all(path, ignored);
    }
  };
  static const Folder folder;
  return folder.path;
}

inline std::string new_file(const std::string& name) {
  const auto path = test_folder() / name;
  for (const char* ending : {"", "-wal", "-shm"}) std::filesystem::remove(path.string() + ending);
  return path.string();
}

inline std::string address_of(const std::string& database) {
  std::string out = std::getenv("SAYSO_TEST_POSTGRES");
  return out.replace(out.find("{}"), 2, database);
}

// Runs SQL in a database of the server, past the record.
inline void run_on_server(const std::string& database, const std::string& sql) {
  const std::unique_ptr<PGconn, decltype(&PQfinish)> server(PQconnectdb(address_of(database).c_str()), &PQfinish);
  PQsetNoticeProcessor(server.get(), [](void*, const char*) {}, nullptr);
  const std::unique_ptr<PGresult, decltype(&PQclear)> done(PQexec(server.get(), sql.c_str()), &PQclear);
  EXPECT_TRUE(PQresultStatus(done.get()) == PGRES_COMMAND_OK || PQresultStatus(done.get()) == PGRES_TUPLES_OK) << PQerrorMessage(server.get());
}

inline std::string new_database(const std::string& name) {
  const std::string database = "test_" + std::to_string(::getpid()) + "_" + name.substr(0, name.find('.'));
  run_on_server("postgres", "DROP DATABASE IF EXISTS \"" + database + "\"");
  run_on_server("postgres", "CREATE DATABASE \"" + database + "\"");
  return database;
}

inline std::string new_place(const std::string& name) { return on_postgres() ? address_of(new_database(name)) : new_file(name); }

}  // namespace sayso
