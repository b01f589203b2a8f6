// Agencies and outlets that a document says it has its text from.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sayso/document.h"

namespace sayso::trace {

struct Credit {
  std::string name;      // "Associated Press"
  std::string evidence;  // the words of the document
  Span span;             // empty where it is an author's name
};

// A dateline ("VELDEN (AP) —"), a byline, "Reuters contributed to this report". Each agency once.
std::vector<Credit> credits_of(const Document& document);

// "the Herald" and "Hill Herald", "AP" and "Associated Press", "CNN" and "CNN (Web News)".
bool same_outlet(std::string_view a, std::string_view b);

}  // namespace sayso::trace
