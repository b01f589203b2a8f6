// Which parts of a mail are its text.
#pragma once

#include <string>
#include <vector>

#include "read/mail/mime_parts.h"
#include "sayso/error.h"

namespace sayso {

struct MailText {
  std::string text;                    // paragraphs, with an empty line between those of HTML
  std::uint32_t replaced = 0;          // bytes that could not be decoded
  std::vector<std::string> attached;   // what was not read: "tariffs.pdf", or the type where it has no name
  const MimePart* page = nullptr;      // the first HTML part
};

MailText text_of_mail(const std::vector<MimePart>& parts);

}  // namespace sayso
