// What an encoder model computes, for comparison with torch (training/encoder/parity.py).
//   sayso_scores MODEL < DOCUMENTS > SCORES
// Standard input: documents, each a little-endian u32 byte count and that many bytes of valid UTF-8. Standard output, for each:
// u32 tokens; f32 9 scores a token; u32 cues; for each cue u32 begin, end, low, high (tokens of the document) and f32 5 scores
// a token from low to high.
#include <cstdio>
#include <string>
#include <vector>

#include "extract/decode.h"
#include "extract/windows.h"
#include "model/encoder_network.h"
#include "model/features.h"
#include "text/code_points.h"
#include "text/paragraphs.h"
#include "text/quotation_marks.h"
#include "text/tokens.h"

namespace {

using namespace sayso;

void write(const std::vector<std::uint32_t>& all) { std::fwrite(all.data(), sizeof(std::uint32_t), all.size(), stdout); }

void write_rows(const float* rows, std::size_t n, std::size_t stride, std::size_t columns) {
  for (std::size_t t = 0; t < n; ++t) std::fwrite(rows + t * stride, sizeof(float), columns, stdout);
}

struct Cue {
  std::vector<std::uint32_t> places;
  std::vector<float> scores;
};

void link(const EncoderNetwork& network, TokenRange window, EncoderWorkspace& ws, std::vector<Cue>& out) {
  DecodeScratch scratch;
  for (const TokenRange& cue : decode_cues(ws.out, window.size(), network.cue_steps(), scratch)) {
    const std::uint32_t reach = EncoderNetwork::kLinkReach;
    const CueWindow near{cue.begin, cue.end, cue.begin > reach ? cue.begin - reach : 0, std::min(window.size(), cue.end + reach)};
    network.link(near, ws);
    const std::size_t size = (near.high - near.low) * kLinkScores;
    out.push_back({{window.begin + near.begin, window.begin + near.end, window.begin + near.low, window.begin + near.high},
                   std::vector<float>(ws.out.links.begin(), ws.out.links.begin() + static_cast<std::ptrdiff_t>(size))});
  }
}

void score(const EncoderNetwork& network, const std::string& utf8, EncoderWorkspace& ws) {
  const CodePoints text(utf8);
  std::vector<Token> tokens;
  tokenize(text, {0, text.size()}, tokens);
  const std::vector<std::uint32_t> breaks = paragraph_begins(text, tokens);
  const auto features = word_features(text, tokens, breaks, parse_quotations(text));
  std::vector<std::uint32_t> pieces, begins{0};
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    network.pieces().cut(tokens[i].in(text.utf8()), is_quotation_mark(features[i]), pieces);
    begins.push_back(static_cast<std::uint32_t>(pieces.size()));
  }
  std::vector<TokenRange> paragraphs;
  for (std::size_t i = 0; i < breaks.size(); ++i) {
    paragraphs.push_back({breaks[i], i + 1 < breaks.size() ? breaks[i + 1] : static_cast<std::uint32_t>(tokens.size())});
  }
  write({static_cast<std::uint32_t>(tokens.size())});
  std::vector<Cue> cues;
  for (const TokenRange& window : windows_of(paragraphs, begins, EncoderNetwork::kMostPieces)) {
    network.encode({std::span(features).subspan(window.begin, window.size()), pieces,
                    std::span(begins).subspan(window.begin, window.size() + 1)}, ws);
    write_rows(ws.out.words.data(), window.size(), kWordScores, kLayerScores);
    link(network, window, ws, cues);
  }
  write({static_cast<std::uint32_t>(cues.size())});
  for (const Cue& cue : cues) {
    write(cue.places);
    write_rows(cue.scores.data(), cue.scores.size() / kLinkScores, kLinkScores, 5);
  }
}

}  // namespace

int main(int argc, char** argv) {
  const auto network = EncoderNetwork::load(argc == 2 ? argv[1] : "");
  if (!network) {
    std::fprintf(stderr, "%s: %s\n", network.error().where.c_str(), network.error().message.c_str());
    return 2;
  }
  std::uint32_t bytes = 0;
  std::string utf8;
  EncoderWorkspace ws;
  while (std::fread(&bytes, sizeof bytes, 1, stdin) == 1) {
    utf8.resize(bytes);
    if (std::fread(utf8.data(), 1, bytes, stdin) != bytes) return 1;
    score(*network, utf8, ws);
  }
  return 0;
}
