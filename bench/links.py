#!/usr/bin/env python3
"""Which quotations of twelve words and more recur in another article of the news archive: by the index and `compare`, beside
equality of whole strings. Run by `./dev eval links`.

usage: links.py [--build DIR] [--shared DIR] [--sample N [--seed N]]

--sample prints so many of the links for reading, one a quotation, drawn at random. Exit status 1 if the links are under twice those that
equality finds. Exit status 0 with a message where the articles (../shared beside the repository) are absent.
"""
import argparse, json, os, subprocess, sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
FACTOR = 2.0


def show(number, link):
    print(f"\n--- {number}{' (equal)' if link['equal'] else ''}")
    for side in "ab":
        s = link[side]
        print(f"{side} {s['date']} {s['outlet']} {s['doc']}\n    …{' '.join(s['before'].split())}\n    [[{' '.join(s['text'].split())}]]\n    {' '.join(s['after'].split())}…")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", default=os.path.join(ROOT, "build", "release"))
    parser.add_argument("--shared", default=os.path.join(os.path.dirname(ROOT), "shared"))
    parser.add_argument("--sample", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    news = os.path.join(args.shared, "data", "news", "news.jsonl.zst")
    if not os.path.exists(news):
        print("links: skipped: the articles (../shared beside the repository) are absent")
        return
    done = subprocess.run([os.path.join(args.build, "sayso_links"), news, "text=content_original,outlet=source", str(args.sample), str(args.seed)],
                          capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"links: status {done.returncode}\n{done.stderr}".rstrip())
    counts, *links = map(json.loads, done.stdout.splitlines())
    for number, link in enumerate(links, 1):
        show(number, link)
    print(f"{counts['quotations']:,} quotations of 12 words and more in {counts['articles']:,} articles")
    print(f"{'':24}{'quotations that recur':>24}{'links':>12}")
    print(f"{'equality':24}{counts['recur_by_equality']:>24,}{counts['links_by_equality']:>12,}")
    print(f"{'index and compare':24}{counts['recur']:>24,}{counts['links']:>12,}")
    print(f"of those that equality finds, {100 * counts['recur_by_both'] / max(1, counts['recur_by_equality']):.1f} % are found")
    if counts["links"] < FACTOR * counts["links_by_equality"]:
        sys.exit(f"links: under {FACTOR} times those of equality")


if __name__ == "__main__":
    main()
