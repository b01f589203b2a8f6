// Stories whose statements were written down by hand, and predictions for them. Plain data, read from JSON.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "eval/wide_text.h"
#include "sayso/error.h"

namespace sayso::eval {

// Words of the text as the gold gives them: the piece itself, with its number if it occurs more than once.
struct GoldPiece {
  std::u32string text;
  std::optional<std::int64_t> nth;  // 1-based
};
using GoldPassage = std::vector<GoldPiece>;
using Names = std::vector<std::string>;  // accepted ones, most complete first

struct GoldSource {
  std::string type;
  Names names;  // empty: any
};

// A field that is not there is not scored. Empty lists and strings: the gold says that there is none.
struct GoldStatement {
  GoldPassage content;
  std::optional<std::string> kind;
  std::optional<GoldSource> source;
  std::optional<Names> addressee;
  std::optional<std::vector<Names>> via;
  std::optional<std::string> channel;
  std::optional<std::string> said_at;
  std::optional<std::optional<std::int64_t>> parent;  // index
};

struct GoldStory {
  bool all = false;  // scope "all"; else only what stands in quotation marks is listed
  std::vector<GoldStatement> statements;
  std::vector<GoldPassage> optional;           // may be found or not
  std::vector<GoldPassage> not_statements;     // one piece each
  std::vector<std::vector<std::string>> same_person;
};

// A party of a predicted statement; none where JSON has null or nothing.
struct PredictedParty {
  std::string type;
  std::string name;  // or the text, where there is no name
};

struct PredictedStatement {
  std::string id;  // as in JSON, quotes included, so that 1 and "1" differ; "null" for none
  std::string kind;
  std::vector<Piece> content;
  std::optional<PredictedParty> source;
  std::optional<PredictedParty> addressee;
  std::vector<PredictedParty> via;
  std::optional<std::string> channel;  // its type
  std::optional<std::string> said_at;  // its date
  std::string parent;                  // an id
};

struct PredictedEntity {
  std::string id;
  std::vector<std::string> names;  // name and aliases
};

struct PredictedStory {
  std::vector<PredictedStatement> statements;
  std::vector<PredictedEntity> entities;
};

// Errors: malformed, with `path` as the place.
Result<GoldStory> read_gold_story(std::string_view json, const std::string& path);
// What `sayso extract --format json` prints for one document.
Result<PredictedStory> read_predicted_story(std::string_view json, const std::string& path);

}  // namespace sayso::eval
