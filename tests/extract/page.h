// A text with its analysis, for tests of stages: finds words as token ranges and prints attributions in one line.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "extract/analyse.h"
#include "extract/statements.h"

namespace sayso {

class LayoutPage {
 public:
  explicit LayoutPage(std::string text) {
    document_.text = std::move(text);
    analysis_ = std::make_unique<Analysis>(analyse(document_));
  }
  const Analysis& operator*() const { return *analysis_; }

  TokenRange at(std::string_view words) const {
    const std::size_t byte = document_.text.find(words);
    EXPECT_NE(byte, std::string::npos) << words;
    TokenRange out{static_cast<std::uint32_t>(analysis_->tokens.size()), 0};
    for (std::uint32_t t = 0; t < analysis_->tokens.size(); ++t) {
      const Token& token = analysis_->tokens[t];
      if (token.byte < byte || token.byte_end > byte + words.size()) continue;
      out.begin = std::min(out.begin, t);
      out.end = t + 1;
    }
    return out;
  }

  Attribution attribution(std::string_view source, std::string_view cue, std::string_view content) const {
    Attribution out;
    if (!source.empty()) out.source = {at(source)};
    if (!cue.empty()) out.cue = at(cue);
    out.content = {at(content)};
    out.confidence = 0.9f;
    return out;
  }

  // "source|cue|content", pieces with " … " between.
  std::string in_line(const Attribution& a) const {
    const std::string cue = a.cue.empty() ? "" : passage_of(*analysis_, std::span(&a.cue, 1)).text;
    return passage_of(*analysis_, a.source).text + "|" + cue + "|" + passage_of(*analysis_, a.content).text;
  }
  std::vector<std::string> in_lines(const std::vector<Attribution>& all) const {
    std::vector<std::string> out;
    for (const Attribution& a : all) out.push_back(in_line(a));
    return out;
  }

 private:
  Document document_;
  std::unique_ptr<Analysis> analysis_;
};

}  // namespace sayso
