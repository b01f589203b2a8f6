// The index of words alone: how fast it is built, how large it is, how fast quotations are looked up, and how that
// grows.
//
// usage: sayso_lookups INPUT [TEXT_FIELD] [ARTICLES...]
// Prints one JSON line for each number of articles. Quotations of six words and more from every article are looked up.
// Seconds are CPU seconds of the threads that work, so that other load on the machine counts little.
#include <fmt/format.h>
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>
#include <thread>
#include <vector>

#include "sayso/reader.h"
#include "text/code_points.h"
#include "text/quotation_marks.h"
#include "trace/index/lookup.h"
#include "trace/index/segment_writer.h"

namespace {

using namespace sayso;
using Prints = std::vector<trace::Print>;

double cpu_seconds(clockid_t clock) {
  timespec time{};
  clock_gettime(clock, &time);
  return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

double wall_seconds() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

std::vector<std::string> read_texts(const std::string& input, const std::string& field) {
  ReadOptions options;
  if (!field.empty()) options.map = {{"text", field}};
  Reader reader({input}, options);
  std::vector<std::string> out;
  while (auto document = reader.next())
    if (*document) out.push_back(std::move((*document)->text));
  return out;
}

std::vector<Prints> quotations_of(const std::vector<std::string>& texts, std::size_t most) {
  std::vector<Prints> out;
  const std::size_t step = std::max<std::size_t>(1, texts.size() / most);
  for (std::size_t i = 0; i < texts.size() && out.size() < most; i += step) {
    const CodePoints points(texts[i]);
    for (const Quotation& q : parse_quotations(points).quotations) {
      Prints prints;
      trace::append_prints(points.slice(q.inside), prints);
      if (prints.size() >= trace::kSure) {
        out.push_back(std::move(prints));
        if (i % 3 != 0) break;
      }
    }
  }
  return out;
}

// The texts in two halves, a segment each, on two threads.
std::vector<trace::Segment> build(const std::vector<std::string>& texts, std::size_t count, double& cpu, double& wall) {
  std::vector<std::string> bytes(2);
  std::vector<double> used(2);
  const double begin = wall_seconds();
  const auto half = [&](std::size_t which) {
    const double before = cpu_seconds(CLOCK_THREAD_CPUTIME_ID);
    trace::SegmentWriter writer;
    for (std::size_t i = which * count / 2; i < (which + 1) * count / 2; ++i)
      writer.add(static_cast<std::int64_t>(i + 1), i, texts[i]);
    bytes[which] = writer.bytes();
    used[which] = cpu_seconds(CLOCK_THREAD_CPUTIME_ID) - before;
  };
  std::thread other(half, 1);
  half(0);
  other.join();
  wall = wall_seconds() - begin;
  cpu = used[0] + used[1];
  std::vector<trace::Segment> out;
  for (std::string& one : bytes) out.push_back(*trace::Segment::of_bytes(std::move(one)));
  return out;
}

void measure(const std::vector<std::string>& texts, const std::vector<Prints>& quotations, std::size_t count) {
  double cpu = 0, wall = 0;
  const std::vector<trace::Segment> segments = build(texts, count, cpu, wall);
  double text_bytes = 0, index_bytes = 0, hits = 0;
  for (std::size_t i = 0; i < count; ++i) text_bytes += static_cast<double>(texts[i].size());
  for (const trace::Segment& s : segments) index_bytes += static_cast<double>(s.size());
  std::vector<double> times;
  const double before = cpu_seconds(CLOCK_THREAD_CPUTIME_ID);
  for (const Prints& quotation : quotations) {
    const double start = cpu_seconds(CLOCK_THREAD_CPUTIME_ID);
    for (const trace::Segment& s : segments) hits += static_cast<double>(trace::look_up(s, quotation).size());
    times.push_back(cpu_seconds(CLOCK_THREAD_CPUTIME_ID) - start);
  }
  const double all = cpu_seconds(CLOCK_THREAD_CPUTIME_ID) - before;
  std::sort(times.begin(), times.end());
  const auto at = [&times](double share) {
    return 1e3 * times[static_cast<std::size_t>(share * static_cast<double>(times.size() - 1))];
  };
  fmt::print(
      "{{\"articles\":{},\"text_mb\":{:.1f},\"build_cpu_s\":{:.3f},\"build_wall_s\":{:.3f},\"index_bytes_per_text_"
      "byte\":{:.3f},"
      "\"lookups\":{},\"lookups_per_cpu_s\":{:.0f},\"hits_per_lookup\":{:.2f},\"p50_ms\":{:.4f},\"p99_ms\":{:.4f},"
      "\"max_ms\":{:.4f}}}\n",
      count, text_bytes / 1e6, cpu, wall, index_bytes / text_bytes, times.size(),
      static_cast<double>(times.size()) / all, hits / static_cast<double>(times.size()), at(0.5), at(0.99), at(1));
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) return std::fprintf(stderr, "usage: sayso_lookups INPUT [TEXT_FIELD] [ARTICLES...]\n"), 2;
  const std::vector<std::string> texts = read_texts(argv[1], argc > 2 ? argv[2] : "");
  const std::vector<Prints> quotations = quotations_of(texts, 20'000);
  if (quotations.empty()) return std::fprintf(stderr, "no quotations in %s\n", argv[1]), 2;
  std::vector<std::size_t> counts;
  for (int i = 3; i < argc; ++i)
    counts.push_back(std::min<std::size_t>(texts.size(), std::strtoul(argv[i], nullptr, 10)));
  counts.push_back(texts.size());
  for (const std::size_t count : counts) measure(texts, quotations, count);
}
