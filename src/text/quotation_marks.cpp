#include "text/quotation_marks.h"

namespace sayso {

Quotations parse_quotations(const CodePoints&) { return {}; }

}  // namespace sayso
