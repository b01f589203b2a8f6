#include "extract/source_type.h"

namespace sayso {

SourceType source_type(const NamedEntity& entity) {
  switch (entity.kind) {
    case NameKind::person: return SourceType::person;
    case NameKind::group: return SourceType::group;
    case NameKind::document:
    case NameKind::work: return SourceType::document;
    case NameKind::organization:
    case NameKind::place:
    case NameKind::unknown: break;
  }
  // News brings people in with their full names: an unknown lone name is rather a body.
  return SourceType::organization;
}

SourceType source_type(const SourcePhrase& phrase) {
  switch (phrase.noun.kind) {
    case NounKind::organization: return SourceType::organization;
    case NounKind::document:
    case NounKind::expression: return SourceType::document;
    case NounKind::person:
    case NounKind::other: break;
  }
  return SourceType::anonymous;
}

}  // namespace sayso
