// Document -> Analysis: words, paragraphs, quotations. The first stage of the extractor.
#pragma once

#include "extract/analysis.h"

namespace sayso {

// The result views document.text, which must outlive it. Linear.
Analysis analyse(const Document& document);

}  // namespace sayso
