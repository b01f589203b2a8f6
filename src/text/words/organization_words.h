// Words that names of bodies end in, or have before "of".
#pragma once

#include <string_view>

namespace sayso {

// Lower-cased. "Bank", "Council", "Ltd", "Times": the name is that of a body.
bool is_organization_word(std::string_view word);
// Of those, words that are surnames too ("Post", "Bank", "Star"): a given name before them decides.
bool is_ambiguous_organization_word(std::string_view word);
// "Bureau of …", "University of …", "Department of …": the name goes on behind "of".
bool continues_with_of(std::string_view word);
// "Center for …", "Citizens for …".
bool continues_with_for(std::string_view word);
// "Inc", "Ltd", "plc": may stand behind a comma.
bool is_company_suffix(std::string_view word);
// Papers, stations, agencies: "Times", "Herald", "News". Bodies that relay what others say.
bool is_outlet_word(std::string_view word);
// Well-known outlets and agencies that no ending tells: "reuters", "politico".
bool is_known_outlet(std::string_view word);
// Words of a name for a document: "Constitution", "Act", "Amendment".
bool is_document_name_word(std::string_view word);

}  // namespace sayso
