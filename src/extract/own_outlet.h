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
// the Herald"), and an agency, paper or station if it is the only one that anybody told something and the story shows
// that it is its own.
class OwnOutlet {
 public:
  OwnOutlet(const WordForms& forms, const NameTable& names, const Document& document);

  // "The Herald" is the Hill Herald.
  bool is(std::string_view name) const;

  // As the document gives it: "told us". Empty where it does not.
  const std::string& name() const { return name_; }

 private:
  void read_host(std::string_view url);
  void read_head(std::string_view text);
  void read_requests(const WordForms& forms, const NameTable& names);
  void read_told(const WordForms& forms, const NameTable& names);

  std::string name_;
  std::vector<std::string> hosts_;  // of the URL: "nytimes"
  std::vector<std::string> names_;  // letters only, lower case, without "the"
};

}  // namespace sayso
