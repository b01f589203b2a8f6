// What standard output and standard error are connected to.
#pragma once

namespace sayso::cli {

bool is_terminal(int descriptor);
// Colours are wanted: a terminal that has them, and NO_COLOR (https://no-color.org) is not set.
bool wants_color(int descriptor);
// Columns of the terminal, kept between 40 and 100 so that lines are good to read; 80 where it is none.
unsigned columns_of(int descriptor);

}  // namespace sayso::cli
