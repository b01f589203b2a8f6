#include "model/encoder_network.h"

#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "text/code_points.h"
#include "text/paragraphs.h"
#include "text/quotation_marks.h"
#include "text/tokens.h"

namespace sayso {
namespace {

const std::string kData = std::string(SAYSO_SOURCE_DIR) + "/tests/model/data/";

std::string text_of(const std::string& path) {
  std::ostringstream out;
  out << std::ifstream(path, std::ios::binary).rdbuf();
  return out.str();
}

// A text as the encoder reads it.
struct Input {
  explicit Input(const EncoderNetwork& network, std::string utf8) : text_(std::move(utf8)), text(text_) {
    tokenize(text, {0, text.size()}, tokens);
    features = word_features(text, tokens, paragraph_begins(text, tokens), parse_quotations(text));
    begins.push_back(0);
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      network.pieces().cut(tokens[i].in(text.utf8()), is_quotation_mark(features[i]), pieces);
      begins.push_back(static_cast<std::uint32_t>(pieces.size()));
    }
  }
  EncoderWindow window() const { return {features, pieces, begins}; }

  std::string text_;
  CodePoints text;
  std::vector<Token> tokens;
  std::vector<WordFeatures> features;
  std::vector<std::uint32_t> pieces, begins;
};

// What torch computed with the same weights (training/encoder/fixture.py).
struct Expected {
  struct Link {
    CueWindow cue;
    std::vector<float> scores;
  };
  std::vector<float> words;
  std::vector<Link> links;

  Expected() {
    std::ifstream in(kData + "tiny.txt");
    std::uint32_t n = 0;
    in >> n;
    words.resize(n * kLayerScores);
    for (float& value : words) in >> value;
    for (CueWindow cue{}; in >> cue.begin >> cue.end >> cue.low;) {
      std::string line;
      std::getline(in, line);
      std::getline(in, line);
      std::istringstream numbers(line);
      std::vector<float> scores;
      for (float value = 0; numbers >> value;) scores.push_back(value);
      cue.high = cue.low + static_cast<std::uint32_t>(scores.size() / 5);
      links.push_back({cue, std::move(scores)});
    }
  }
};

// Largest difference of any score of the tiny model in `file` from torch's.
float largest_difference(const std::string& file) {
  const auto network = EncoderNetwork::load(kData + file);
  EXPECT_TRUE(network) << network.error().message;
  const Input input(*network, text_of(kData + "tiny_text.txt"));
  const Expected expected;
  EXPECT_EQ(expected.words.size(), input.tokens.size() * kLayerScores);
  EXPECT_GE(expected.links.size(), 5u);
  EncoderWorkspace ws;
  network->encode(input.window(), ws);
  float most = 0;
  for (std::size_t t = 0; t < input.tokens.size(); ++t)
    for (int j = 0; j < kLayerScores; ++j) {
      most = std::max(most, std::fabs(ws.out.words[t * kWordScores + j] - expected.words[t * kLayerScores + j]));
    }
  for (const Expected::Link& link : expected.links) {
    network->link(link.cue, ws);
    for (std::size_t t = 0; t < link.scores.size() / 5; ++t)
      for (int j = 0; j < 5; ++j) most = std::max(most, std::fabs(ws.out.links[t * kLinkScores + j] - link.scores[t * 5 + j]));
  }
  return most;
}

TEST(EncoderNetwork, ScoresAreThoseOfTheTrainingFramework) { EXPECT_LT(largest_difference("tiny.sayso"), 1e-3f); }

TEST(EncoderNetwork, BytesChangeScoresALittle) {
  const float difference = largest_difference("tiny_bytes.sayso");
  EXPECT_GT(difference, 0.f);
  EXPECT_LT(difference, 0.5f);  // scores range over ten; the weights of this one are random, which rounding likes least
}

TEST(EncoderNetwork, EachWordSeesTheWholeWindowAndNothingElse) {
  const auto network = EncoderNetwork::load(kData + "tiny.sayso");
  ASSERT_TRUE(network);
  const Input input(*network, text_of(kData + "tiny_text.txt"));
  EncoderWorkspace whole, used, half;
  network->encode(input.window(), whole);
  used = whole;
  network->encode(input.window(), used);
  EXPECT_EQ(used.out.words, whole.out.words) << "a used workspace changes nothing";
  const std::size_t n = input.tokens.size() / 2;
  const EncoderWindow part{std::span(input.features).first(n), input.pieces, std::span(input.begins).first(n + 1)};
  network->encode(part, half);
  EXPECT_NE(half.out.words[0], whole.out.words[0]);
}

TEST(EncoderNetwork, AnEmptyWindowAndTheLongestOneAreRead) {
  const auto network = EncoderNetwork::load(kData + "tiny_bytes.sayso");
  ASSERT_TRUE(network);
  EncoderWorkspace ws;
  const std::vector<std::uint32_t> none{0};
  network->encode({{}, {}, none}, ws);
  std::string text;
  for (std::uint32_t i = 0; i < EncoderNetwork::kMostPieces; ++i) text += "the ";
  const Input input(*network, text);
  ASSERT_EQ(input.pieces.size(), EncoderNetwork::kMostPieces);
  network->encode(input.window(), ws);
  for (std::size_t i = 0; i < input.tokens.size() * kWordScores; ++i) ASSERT_TRUE(std::isfinite(ws.out.words[i]));
}

TEST(EncoderNetwork, AFastModelIsNoEncoder) {
  const auto network = EncoderNetwork::load(std::string(SAYSO_SOURCE_DIR) + "/models/fast.sayso");
  ASSERT_FALSE(network);
  EXPECT_EQ(network.error().code, ErrorCode::bad_model);
}

}  // namespace
}  // namespace sayso
