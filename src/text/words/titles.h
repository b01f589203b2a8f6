// Words before a name that are no part of it: "Mrs", "Sen.", "Prime Minister".
#pragma once

#include <string_view>

#include "text/words/gender.h"

namespace sayso {

// All take lower-cased words without a full stop.
bool is_honorific(std::string_view word);       // Mr, Ms, Dr, Sir, Dame: goes with a surname, says no office
bool is_title(std::string_view word);           // honorifics and offices: President, Gov, Sheriff
bool is_abbreviated_title(std::string_view word);  // written with a full stop that ends no sentence: Sen, Mr, Lt
bool is_name_suffix(std::string_view word);     // Jr, Sr, II, III, IV
Gender title_gender(std::string_view word);     // Mrs, Sir, Congresswoman

// The noun of an office: "sen" -> "senator", "president" -> "president"; the word itself where it is no short form.
std::string_view office_of(std::string_view title);

}  // namespace sayso
