// The engine: document -> statements and entities.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "sayso/document.h"
#include "sayso/error.h"
#include "sayso/statement.h"

namespace sayso {

// Build once, then use from any number of threads: all calls on a const Engine are safe side by side, and the result
// depends on the document alone.
class Engine {
 public:
  // `model` is "fast", "accurate", "best", or the path of a model file; "": accurate where its weights are present, else
  // fast. The named ones are looked for in $SAYSO_MODELS, beside the program, and where Sayso was installed. Errors:
  // bad_argument, not_found, bad_model.
  static Result<Engine> load(std::string_view model = {});

  ~Engine();
  Engine(Engine&&) noexcept;
  Engine& operator=(Engine&&) noexcept;

  // Never fails: any text gives a result, doubts are warnings. Time is linear in the text.
  Extraction extract(const Document& document) const;

  // Which model this is, with a checksum of its weights: "fast-1a2b3c4d". The same name, the same results of one version of Sayso.
  std::string_view model() const;

 private:
  struct Parts;
  explicit Engine(std::unique_ptr<const Parts> parts);
  std::unique_ptr<const Parts> parts_;
};

}  // namespace sayso
