// Where model files are.
#pragma once

#include <string>
#include <string_view>

#include "sayso/error.h"

namespace sayso {

// "fast" -> the path of fast.sayso in $SAYSO_MODELS, beside the program (models/, ../models, ../../models,
// ../share/sayso/models) or where Sayso was installed; a name with a slash or an ending is a path already.
// Error not_found names the places that were looked at.
Result<std::string> locate_model(std::string_view name);

}  // namespace sayso
