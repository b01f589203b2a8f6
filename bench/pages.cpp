// Reads pages to their articles over and over, in one process and by its own CPU clock, and says how long it took.
#include <ctime>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "sayso/reader.h"

namespace {

double cpu_seconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

std::string contents(const char* path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

// usage: sayso_pages TIMES FILE...   (unpacked pages)
int main(int argc, char** argv) {
  if (argc < 3) return 2;
  std::vector<std::string> pages;
  for (int i = 2; i < argc; ++i) pages.push_back(contents(argv[i]));
  std::size_t read = 0, bytes = 0;
  const double begin = cpu_seconds();
  for (int i = std::atoi(argv[1]); i > 0; --i) {
    for (const auto& page : pages) {
      const auto document = sayso::read_bytes(page, "page.html");
      if (!document) continue;
      ++read;
      bytes += document->text.size();
    }
  }
  std::printf("{\"pages\": %zu, \"bytes\": %zu, \"seconds\": %.6f}\n", read, bytes, cpu_seconds() - begin);
}
