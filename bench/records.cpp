// Reads every record of web archives, and the head of each HTTP response, and says how many there were and how long it took.
#include <ctime>

#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "read/archive/http.h"
#include "read/archive/record_reader.h"

namespace {

double cpu_seconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

struct Count {
  std::size_t records = 0, faults = 0;
};

Count read_file(const char* path, bool show) {
  Count count;
  auto bytes = sayso::open_bytes(path);
  if (!bytes) return count;
  sayso::RecordReader reader(std::move(*bytes));
  sayso::HttpHead http;
  while (const auto record = reader.next()) {
    if (!*record) {
      ++count.faults;
      if (show) std::fprintf(stderr, "%s: %s\n", path, record->error().message.c_str());
      continue;
    }
    ++count.records;
    sayso::read_http_head(reader.peek(std::size_t{64} << 10), http);
  }
  return count;
}

}  // namespace

// usage: sayso_records [--show] TIMES FILE...
int main(int argc, char** argv) {
  const bool show = argc > 1 && std::strcmp(argv[1], "--show") == 0;
  const int first = show ? 2 : 1;
  if (argc <= first + 1) return 2;
  const double begin = cpu_seconds();
  Count all;
  for (int i = std::atoi(argv[first]); i > 0; --i) {
    for (int file = first + 1; file < argc; ++file) {
      const Count count = read_file(argv[file], show);
      if (show) std::fprintf(stderr, "%s: %zu records, %zu faults\n", argv[file], count.records, count.faults);
      all.records += count.records;
      all.faults += count.faults;
    }
  }
  std::printf("{\"records\": %zu, \"faults\": %zu, \"seconds\": %.6f}\n", all.records, all.faults, cpu_seconds() - begin);
}
