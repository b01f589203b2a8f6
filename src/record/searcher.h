// A search from the request to the list of results.
#pragma once

#include "record/sql.h"
#include "sayso/search.h"

namespace sayso::record {

// Throws SqlFailure.
SearchResult search(Connection& db, const Search& request);
Hit load_hit(Connection& db, const SearchResult& found, const SearchResult::Item& item);

}  // namespace sayso::record
