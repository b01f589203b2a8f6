#!/usr/bin/env python3
"""How well the articles of pages are found: bodies, dates, titles. Run by `./dev eval pages`, with --peers beside other libraries.

usage: pages.py [--sayso PATH] [--shared DIR] [--peers] [--show]

Bodies are those of ../shared/data/pages, scored by ../shared/eval/pages.py. Dates and titles have no gold: a page states them where its own
markup does, and what counts as right is read here by other means than the program's: from the raw HTML, with regular expressions.
  title  og:title, twitter:title, <title> or an <h1> holds it, or it holds one of these; outlets that titles end with do not count
  date   the day that most of datePublished, article:published_time, <meta> of that kind and <time datetime> give
--show lists what differs.
"""
import argparse, collections, gzip, html, json, os, re, subprocess, sys, tempfile

import peers_of_pages

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
META = re.compile(r"<meta\b[^>]*>", re.I)
ATTRIBUTE = re.compile(r"""([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))""")
ISO = re.compile(r"(20\d\d|19\d\d)-(\d\d)-(\d\d)")
TITLES = ("og:title", "twitter:title")
DATES = ("article:published_time", "og:article:published_time", "datepublished", "date", "pubdate", "publish-date", "dc.date", "dc.date.issued",
         "parsely-pub-date", "sailthru.date")


def plain(text):
    return " ".join(re.findall(r"\w+", html.unescape(re.sub(r"<[^>]+>", " ", text)).lower()))


def stated(page):
    titles, days = set(), []
    for tag in META.findall(page):
        found = {m[0].lower(): m[1] or m[2] or m[3] for m in ATTRIBUTE.findall(tag)}
        names = {found.get(key, "").lower() for key in ("property", "name", "itemprop")}
        content = found.get("content", "")
        if names & set(TITLES):
            titles.add(plain(content))
        if names & set(DATES) and ISO.search(content):
            days.append(ISO.search(content).group())
    for pattern in (r"<title[^>]*>(.*?)</title>", r"<h1\b[^>]*>(.*?)</h1>"):
        titles.update(plain(m) for m in re.findall(pattern, page, re.S | re.I))
    for pattern in (r'"datePublished"\s*:\s*"([^"]+)"', r'itemprop="datePublished"[^>]*(?:content|datetime)="([^"]+)"'):
        days += [m.group() for m in map(ISO.search, re.findall(pattern, page)) if m]
    if not days:
        days = [m.group() for m in map(ISO.search, re.findall(r'<time[^>]*\bdatetime="([^"]+)"', page)[:1]) if m]
    return {t for t in titles if t}, collections.Counter(days).most_common(1)[0][0] if days else None


def same_title(found, titles):
    found = plain(found or "")
    return bool(found) and any(found == t or (len(found) > 12 and found in t) or (len(t) > 12 and t in found) for t in titles)


def read(path):
    with gzip.open(path, "rt", encoding="utf-8", errors="replace") as f:
        return f.read()


def measure_metadata(pages, predictions, show):
    right, asked = collections.Counter(), collections.Counter()
    for name in sorted(os.listdir(os.path.join(pages, "html"))):
        key = name.split(".")[0]
        titles, day = stated(read(os.path.join(pages, "html", name)))
        with open(os.path.join(predictions, key + ".json"), encoding="utf-8") as f:
            doc = json.load(f)["doc"]
        titled, dated = same_title(doc["title"], titles), doc["published"] == day
        for what, states, holds in (("title", bool(titles), titled), ("date", day is not None, dated)):
            asked[what] += states
            right[what] += states and holds
            if states and not holds and show:
                found, wanted = (doc["title"], sorted(titles)) if what == "title" else (doc["published"], day)
                print(f"{key[:12]} {what}: {found!r}, stated {wanted}")
    for what in ("date", "title"):
        print(f"{what:10}{right[what]} of {asked[what]} pages that state it: {100 * right[what] / max(1, asked[what]):.1f} %")


def score(shared, predictions):
    scorer = os.path.join(shared, "eval", "pages.py")
    done = subprocess.run([sys.executable, scorer, os.path.join(shared, "data", "pages"), predictions, "--json"], capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sayso", default=os.path.join(ROOT, "build", "release", "sayso"))
    parser.add_argument("--shared", default=os.path.join(os.path.dirname(ROOT), "shared"))
    parser.add_argument("--peers", action="store_true")
    parser.add_argument("--show", action="store_true")
    args = parser.parse_args()
    pages = os.path.join(args.shared, "data", "pages")
    if not os.path.isdir(pages):
        print(f"eval pages: skipped, there is no {pages}")
        return
    with tempfile.TemporaryDirectory() as folder:
        ours = os.path.join(folder, "sayso")
        subprocess.run([args.sayso, "extract", "--format", "json", "--model", "fast", "--out-dir", ours, os.path.join(pages, "html")], check=True)
        figures = {"sayso": score(args.shared, ours)}
        for peer in peers_of_pages.PEERS if args.peers else ():
            theirs = os.path.join(folder, peer)
            peers_of_pages.run(peer, os.path.join(pages, "html"), theirs)
            figures[peer] = score(args.shared, theirs)
        print(f"{'':14}{'F1':>8}{'P':>8}{'R':>8}{'exact':>8}{'zero':>8}")
        for name, f in figures.items():
            print(f"{name:14}{f['F1']:8.1f}{f['P']:8.1f}{f['R']:8.1f}{f['accuracy']:8.1f}{f['zero']:8}")
        measure_metadata(pages, ours, args.show)
    if figures["sayso"]["F1"] < 97.0 or figures["sayso"]["zero"]:
        sys.exit("eval pages: the body's F1 is under 97.0, or a page is at 0")


if __name__ == "__main__":
    main()
