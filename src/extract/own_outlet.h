// Which outlet a document is of: no relay, though people "told" it what they say.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/entities.h"
#include "extract/word_forms.h"
#include "sayso/document.h"

namespace sayso {

// The outlet that the reader knows, the site of the URL, and what stands in the lines between headline and text ("By
// Ann Cole, Hill Herald", "Hill Herald"). Where neither tells: whom people had to answer ("requests for comment from
// the Herald"), and a well-known agency, paper or station if it is the only one that anybody told something and the
// story names it again.
class OwnOutlet {
 public:
  OwnOutlet(const WordForms& forms, const NameTable& names, const Document& document);

  // "The Herald" is the Hill Herald.
  bool is(std::string_view name) const;

 private:
  void read_host(std::string_view url);
  void read_head(std::string_view text);
  void read_requests(const WordForms& forms, const NameTable& names);
  void read_told(const WordForms& forms, const NameTable& names);

  std::vector<std::string> hosts_;  // of the URL: "nytimes"
  std::vector<std::string> names_;  // letters only, lower case, without "the"
};

}  // namespace sayso
