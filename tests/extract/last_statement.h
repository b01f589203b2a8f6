// What is found of the last statement of marked text, in one line.
#pragma once

#include <string>
#include <vector>

#include "annotated.h"

namespace sayso {

inline Statement only(std::string_view marked, std::string published = "2025-03-13", std::string outlet = "") {
  return extract_marked(marked, std::move(published), std::move(outlet)).statements.back();
}

inline std::string addressee(std::string_view marked) {
  const Statement s = only(marked);
  return s.addressee ? s.addressee->passage.text + " / " + in_short(*s.addressee) : "";
}

inline std::string channel(std::string_view marked) {
  const Statement s = only(marked);
  return s.channel ? std::string(name_of(s.channel->type)) + " / " + s.channel->passage.text : "";
}

inline std::string day(std::string_view marked, std::string published = "2025-03-13") {
  const Statement s = only(marked, std::move(published));
  return s.said_at ? s.said_at->date + " / " + s.said_at->passage.text : "";
}

inline std::vector<std::string> via(std::string_view marked, std::string outlet = "") {
  std::vector<std::string> out;
  for (const Party& p : only(marked, "", std::move(outlet)).via) out.push_back(p.name ? *p.name : p.passage.text);
  return out;
}

}  // namespace sayso
