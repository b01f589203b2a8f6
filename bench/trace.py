#!/usr/bin/env python3
"""The index of words: how fast it is built and asked, how large it is, and how that grows. Run by `./dev bench trace`.

usage: trace.py [--build DIR] [--shared DIR] [--articles N,N]

Seconds are CPU seconds, so that other load counts little; "2 cores" is twice what one does. Exit status 0 with a message where
the articles (../shared beside the repository) are absent.
"""
import argparse, json, os, platform, re, subprocess, sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def machine():
    model = re.search(r"model name\s*: (.*)", open("/proc/cpuinfo", encoding="utf-8").read())
    flags = open("/proc/cpuinfo", encoding="utf-8").read()
    level = "AVX-512" if "avx512f" in flags else "AVX2" if "avx2" in flags else "SSE"
    return f"{model.group(1) if model else platform.processor()}, {os.cpu_count()} cores, {level}"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", default=os.path.join(ROOT, "build", "release"))
    parser.add_argument("--shared", default=os.path.join(os.path.dirname(ROOT), "shared"))
    parser.add_argument("--articles", default="3000,9000")
    args = parser.parse_args()
    news = os.path.join(args.shared, "data", "news", "news.jsonl.zst")
    if not os.path.exists(news):
        print("bench trace: skipped: the articles (../shared beside the repository) are absent")
        return
    done = subprocess.run([os.path.join(args.build, "sayso_lookups"), news, "content_original", *args.articles.split(",")],
                          capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"bench trace: status {done.returncode}\n{done.stderr}".rstrip())
    print(machine())
    print(f"{'articles':>9}{'MB':>7}{'MB/s on 2 cores':>17}{'bytes/byte':>12}{'look-ups/s on 2':>17}{'p50 ms':>9}{'p99 ms':>9}{'max ms':>9}{'hits':>7}{'us/hit':>8}")
    for line in done.stdout.splitlines():
        r = json.loads(line)
        speed, asked = 2 * r["text_mb"] / r["build_cpu_s"], 2 * r["lookups_per_cpu_s"]
        print(f"{r['articles']:>9,}{r['text_mb']:>7.0f}{speed:>17.0f}{r['index_bytes_per_text_byte']:>12.3f}{asked:>17,.0f}"
              f"{r['p50_ms']:>9.3f}{r['p99_ms']:>9.3f}{r['max_ms']:>9.3f}{r['hits_per_lookup']:>7.1f}{1e6 / r['lookups_per_cpu_s'] / r['hits_per_lookup']:>8.2f}")


if __name__ == "__main__":
    main()
