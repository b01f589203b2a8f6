// Ctrl-C and a request to end, noticed between documents.
#pragma once

namespace sayso::cli {

// From here on the first SIGINT or SIGTERM only sets interrupted(); a second one ends the program at once.
void notice_interrupts();
int interrupted();  // the signal's number; 0: none came

}  // namespace sayso::cli
