// What the program says to people, on standard error; results go to standard output. One thread says things.
#pragma once

#include <string>
#include <string_view>

#include "sayso/error.h"

namespace sayso::cli {

// "sayso: MESSAGE" and a line end. Bytes that would steer a terminal are shown as "?".
void say(std::string_view message);
// "sayso: PATH: reason"
void say(const Error& error);
int fail(const Error& error);  // says it; kFailed
// "2025-03-31 10:15:02 MESSAGE", of what goes on for long.
void log(std::string_view message);
// Several lines as they stand.
void say_block(std::string_view text);
// A line that the next message, or erase_passing(), wipes away: progress. For terminals only.
void say_passing(std::string_view line);
void erase_passing();
// Several lines on standard output; returns the exit status.
int print(std::string_view text);

}  // namespace sayso::cli
