// Words and conditions as PostgreSQL's full-text search takes them, ready made: vectors and queries of stems, so that its parser and its
// dictionaries, which differ from server to server, have no part in it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "record/condition.h"

namespace sayso::record {

// A tsvector of the stems of a content with their places, and of tags, which have a mark before them that no word has.
std::string tsvector_of(std::string_view content, std::string_view tags);
// A tsvector of words as they are.
std::string tsvector_of_names(std::string_view names);

std::string tsquery_of(const Condition& condition);
std::string tsquery_of_names(const std::vector<std::string>& words);

}  // namespace sayso::record
