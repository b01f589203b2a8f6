// Features of documents for training, computed by the engine's own code.
//
// Standard input: documents, each a little-endian u32 byte count and that many bytes of valid UTF-8.
// Standard output, for each: u32 tokens, u32 paragraphs; u32 begin and end (code points) a token; u32 first token a
// paragraph; u64 form, u32 prefix, u32 suffix, u8 shape, quote, layout a token, each as one array.
#include <cstdio>
#include <string>
#include <vector>

#include "model/features.h"
#include "text/code_points.h"
#include "text/paragraphs.h"
#include "text/quotation_marks.h"
#include "text/tokens.h"

namespace {

template <class T, class Of>
void write(const std::vector<Of>& all, T Of::*member) {
  std::vector<T> column;
  column.reserve(all.size());
  for (const Of& one : all) column.push_back(one.*member);
  std::fwrite(column.data(), sizeof(T), column.size(), stdout);
}

void features_of(const std::string& utf8) {
  using namespace sayso;
  const CodePoints text(utf8);
  std::vector<Token> tokens;
  tokenize(text, {0, text.size()}, tokens);
  const std::vector<std::uint32_t> paragraphs = paragraph_begins(text, tokens);
  const auto features = word_features(text, tokens, paragraphs, parse_quotations(text));
  const std::uint32_t counts[] = {static_cast<std::uint32_t>(tokens.size()), static_cast<std::uint32_t>(paragraphs.size())};
  std::fwrite(counts, sizeof counts, 1, stdout);
  write(tokens, &Token::begin);
  write(tokens, &Token::end);
  std::fwrite(paragraphs.data(), sizeof(std::uint32_t), paragraphs.size(), stdout);
  write(features, &WordFeatures::form);
  write(features, &WordFeatures::prefix);
  write(features, &WordFeatures::suffix);
  write(features, &WordFeatures::shape);
  write(features, &WordFeatures::quote);
  write(features, &WordFeatures::layout);
}

}  // namespace

int main() {
  std::uint32_t bytes = 0;
  std::string utf8;
  while (std::fread(&bytes, sizeof bytes, 1, stdin) == 1) {
    utf8.resize(bytes);
    if (std::fread(utf8.data(), 1, bytes, stdin) != bytes) return 1;
    features_of(utf8);
  }
  return 0;
}
