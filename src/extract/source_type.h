// Person, organization, group, document, anonymous or none: the rules of docs/statements.md.
#pragma once

#include "extract/entities.h"
#include "extract/source_phrase.h"
#include "sayso/statement.h"

namespace sayso {

// A name's type as a source. A place that speaks is its government: an organization.
SourceType source_type(const NamedEntity& entity);

// A noun's type where it resolves to nobody who is named: "officials", "police", "the study".
SourceType source_type(const SourcePhrase& phrase);

}  // namespace sayso
