// The networks of one model name: the fast one always, an encoder beside it for "accurate" and "best".
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/encoder_network.h"
#include "model/fast_network.h"

namespace sayso {

struct Networks {
  FastNetwork fast;                       // names of people and places; and where an encoder need not look
  std::optional<EncoderNetwork> encoder;
  bool cascade = true;                    // the encoder reads only where the fast one sees a possible cue
  std::string name;                       // of the file, with a checksum of all weights: "fast-1a2b3c4d"

  // A model's name or the path of a model file; the encoders take the fast model from where it is found by name.
  // "" is "accurate" where its weights are present, else "fast". SAYSO_CASCADE=off in the environment has the encoder read
  // everything, to measure what that changes. Errors: those of locate_model and of the networks.
  static Result<Networks> load(std::string_view model);
};

// Memory that calls reuse; one a thread.
struct NetworkWorkspace {
  FastWorkspace fast;
  EncoderWorkspace encoder;
};

}  // namespace sayso
