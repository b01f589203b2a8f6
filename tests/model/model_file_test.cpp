#include "model/model_file.h"

#include <gtest/gtest.h>
#include <xxhash.h>

#include <cstring>
#include <filesystem>
#include <fstream>
#include <utility>
#include <vector>

#include "model/fast_network.h"
#include "model/locate.h"

namespace sayso {
namespace {

template <class T>
void put(std::string& out, T value) {
  out.append(reinterpret_cast<const char*>(&value), sizeof value);
}

// A file with one f32 tensor "m" of 2 x 3 and one text "kind".
std::string small_file(std::uint32_t version = kModelVersion, std::uint64_t bytes_said = 24) {
  std::string body;
  put<std::uint32_t>(body, 1);
  body += "m";
  put<std::uint32_t>(body, 0), put<std::uint32_t>(body, 2), put<std::uint32_t>(body, 3);
  put<std::uint64_t>(body, 128), put<std::uint64_t>(body, bytes_said);
  put<std::uint32_t>(body, 4);
  body += "kind";
  put<std::uint32_t>(body, 3), put<std::uint32_t>(body, 5), put<std::uint32_t>(body, 1);
  put<std::uint64_t>(body, 192), put<std::uint64_t>(body, 5);
  body.resize(128 - 24);
  for (const float f : {1.f, 2.f, 3.f, 4.f, 5.f, 6.f}) put(body, f);
  body.resize(192 - 24);
  body += "other";
  std::string file = "SAYSOMDL";
  put(file, version), put<std::uint32_t>(file, 2), put<std::uint64_t>(file, XXH3_64bits(body.data(), body.size()));
  return file + body;
}

class ModelFileTest : public testing::Test {
 protected:
  std::string write(const std::string& bytes) {
    const auto path = std::filesystem::temp_directory_path() /
                      (std::string("sayso-model-") + testing::UnitTest::GetInstance()->current_test_info()->name());
    std::ofstream(path, std::ios::binary) << bytes;
    return path.string();
  }
};

TEST_F(ModelFileTest, ReadsTensorsByNameAndKind) {
  auto file = ModelFile::load(write(small_file()));
  ASSERT_TRUE(file) << file.error().message;
  const Matrix m = file->matrix("m", 3);
  ASSERT_EQ(m.rows, 2u);
  EXPECT_EQ(m.row(1)[2], 6.f);
  EXPECT_EQ(file->text("kind"), "other");
  EXPECT_TRUE(file->missing().empty());
  file->matrix("absent");
  file->table("m");
  file->matrix("m", 4);
  EXPECT_EQ(file->missing(), (std::vector<std::string>{"absent", "m", "m"}));
}

TEST_F(ModelFileTest, RefusesWhatIsNotWhole) {
  std::string flipped = small_file();
  flipped[150] ^= 1;
  std::string cut = small_file();
  cut.pop_back();
  for (const std::string& bytes :
       {std::string(), std::string("SAYSO"), std::string(5000, 'x'), flipped, cut, small_file(99), small_file(kModelVersion, 25)}) {
    const auto file = ModelFile::load(write(bytes));
    ASSERT_FALSE(file);
    EXPECT_EQ(file.error().code, ErrorCode::bad_model);
  }
  EXPECT_EQ(ModelFile::load("/nowhere/at/all.sayso").error().code, ErrorCode::not_found);
}

// The first file of a model in two parts, and a second one whose "set" is `set`.
std::string with_texts(std::vector<std::pair<std::string, std::string>> texts) {
  std::string body, data;
  for (const auto& [name, text] : texts) {
    put<std::uint32_t>(body, static_cast<std::uint32_t>(name.size()));
    body += name;
    put<std::uint32_t>(body, 3), put<std::uint32_t>(body, static_cast<std::uint32_t>(text.size())), put<std::uint32_t>(body, 1);
    put<std::uint64_t>(body, 192 + data.size()), put<std::uint64_t>(body, text.size());
    data += text;
    data.resize((data.size() + 63) / 64 * 64);
  }
  body.resize(192 - 24);
  body += data;
  std::string file = "SAYSOMDL";
  put(file, kModelVersion), put<std::uint32_t>(file, static_cast<std::uint32_t>(texts.size()));
  put<std::uint64_t>(file, XXH3_64bits(body.data(), body.size()));
  return file + body;
}

TEST_F(ModelFileTest, PartsAreReadAsOneAndMustBelongTogether) {
  const std::string first = write(with_texts({{"set", "a1"}, {"parts", "2"}}));
  const std::string second = first + "-2";  // no ending: the number goes behind the name
  std::filesystem::remove(second);
  EXPECT_EQ(ModelFile::load(first).error().code, ErrorCode::not_found);
  EXPECT_EQ(ModelFile::load(first).error().where, second);
  std::ofstream(second, std::ios::binary) << with_texts({{"set", "b2"}, {"more", "x"}});
  EXPECT_EQ(ModelFile::load(first).error().code, ErrorCode::bad_model) << "a part of another model";
  std::ofstream(second, std::ios::binary) << with_texts({{"set", "a1"}, {"more", "text"}});
  auto file = ModelFile::load(first);
  ASSERT_TRUE(file) << file.error().message;
  EXPECT_EQ(file->text("more"), "text");
  std::filesystem::remove(second);
}

TEST_F(ModelFileTest, AModelOfAnotherKindIsNoFastModel) {
  const auto network = FastNetwork::load(write(small_file()));
  ASSERT_FALSE(network);
  EXPECT_EQ(network.error().code, ErrorCode::bad_model);
}

TEST(LocateModel, SaysWhereItLooked) {
  EXPECT_EQ(locate_model("models/mine.sayso").value(), "models/mine.sayso");
  EXPECT_EQ(locate_model("huge").error().code, ErrorCode::bad_argument);
  const auto missing = locate_model("best");
  if (!missing) {
    EXPECT_NE(missing.error().message.find("models"), std::string::npos);
  }
}

}  // namespace
}  // namespace sayso
