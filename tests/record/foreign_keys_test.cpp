// SQLite is not asked to check foreign keys at each row, which would take a sixth of what storing costs: every record that the tests of
// this program have left is checked as a whole instead.
#include <gtest/gtest.h>

#include <filesystem>

#include "record/place.h"
#include "record/schema.h"
#include "record/sql.h"

namespace sayso::record {
namespace {

void expect_whole(const std::string& path) {
  try {
    const auto db = open_database(path, Access::read);
    EXPECT_EQ(db->query("SELECT count(*) FROM pragma_foreign_key_check").number({}), 0) << path;
  } catch (const SqlFailure&) {  // damaged, foreign and newer files are part of the tests
  }
}

class WholeRecords : public testing::Environment {
 public:
  void TearDown() override {
    for (const auto& entry : std::filesystem::directory_iterator(test_folder())) {
      if (entry.path().extension() == ".db") expect_whole(entry.path().string());
    }
  }
};

const auto* const whole_records = testing::AddGlobalTestEnvironment(new WholeRecords);

}  // namespace
}  // namespace sayso::record
