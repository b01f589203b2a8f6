// Any bytes as a list of known people: whoever is listed has a name, and what is wrong has a place.
#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "read/people_list.h"
#include "read/transcode.h"

namespace {

void require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "broken: %s\n", what);
  std::abort();
}

const std::string& path() {
  static const std::string path =
      (std::filesystem::temp_directory_path() / ("sayso-people-" + std::to_string(::getpid()) + ".csv")).string();
  return path;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::ofstream(path(), std::ios::binary)
      .write(reinterpret_cast<const char*>(data), static_cast<std::streamsize>(size));
  const auto list = sayso::read_people_list(path());
  const auto again = sayso::read_people_list(path());
  std::filesystem::remove(path());
  require(list.has_value() == again.has_value(), "a list is the same every time");
  if (!list) {
    require(list.error().where.starts_with(path()) && !list.error().message.empty(), "errors say where");
    return 0;
  }
  require(list->people.size() == again->people.size() && list->wrong.size() == again->wrong.size(),
          "a list is the same every time");
  for (const sayso::ListedPerson& person : list->people) {
    require(!person.name.empty() && sayso::valid_utf8(person.name), "people have names");
    for (const std::string& alias : person.aliases)
      require(!alias.empty() && sayso::valid_utf8(alias), "aliases are names");
  }
  for (const sayso::Error& wrong : list->wrong)
    require(wrong.where.starts_with(path()), "rows that are wrong have a place");
  return 0;
}
