#!/usr/bin/env python3
"""How well feeds are read: the values that the leading comments of feedparser's test feeds assert. Run by `./dev eval feeds`.

usage: feeds.py [--build DIR] [--shared DIR] [--show]

Each file of ../shared/data/feeds says in a comment, as a Python expression, what feedparser makes of it, and which headers it came with. Of
these assertions those count that concern title, link, dates, author, summary and content of the feed, of its entries and of their sources.
Sayso reads text, not markup: a value of HTML is right where the words that are shown are those of the value that is asserted, scripts and
forbidden elements being gone; a plain one and links, dates and names where they are the same. --show prints what differs.
Exit status 1 if less than 97 % are right, or a file is neither read nor refused with a reason.
"""
import argparse, ast, collections, html, html.parser, json, os, re, subprocess, sys, time, urllib.parse

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
LEAST = 97.0
SERVED = "http://127.0.0.1:8097/"  # where feedparser's tests have them

TEXTS = {"title": "title", "summary": "summary", "description": "summary", "subtitle": "summary", "tagline": "summary"}
DATES = {"published": "published", "issued": "published", "updated": "updated", "modified": "updated", "date": "updated", "created": "created"}
AUTHORS = ("author", "author_detail", "authors")
MISSING = object()


def comment_of(raw):
    """The leading comment, decoded as its own bytes tell."""
    for encoding in ("utf-32", "utf-16") if raw[:2] in (b"\xff\xfe", b"\xfe\xff", b"\0\0") else ("utf-8", "latin-1"):
        try:
            text = raw.decode(encoding)
            break
        except UnicodeError:
            continue
    else:
        return ""
    found = re.search(r"<!--(.*?)-->", text, re.DOTALL)
    return found.group(1) if found else ""


def fields_of(comment):
    """{"Expect": expression, "Header": {name: value}}"""
    expect = re.search(r"^\s*Expect:\s*(.*?)(?=^\s*\w+:\s|\Z)", comment, re.DOTALL | re.MULTILINE)
    headers = dict(re.findall(r"^\s*Header:\s*([\w-]+):\s*(.*?)\s*$", comment, re.MULTILINE))
    return (expect.group(1).strip() if expect else None), {name.lower(): value for name, value in headers.items()}


def path_of(node):
    """("entries", 0, "title") of entries[0]['title'] or entries[0].title; None for what is no such place."""
    if isinstance(node, ast.Name):
        return (node.id,)
    if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant):
        below = path_of(node.value)
        return below and below + (node.slice.value,)
    if isinstance(node, ast.Attribute):
        below = path_of(node.value)
        return below and below + (node.attr,)
    return None


def assertions(expression):
    """(place, value) for each `place == value`."""
    try:
        tree = ast.parse(expression, mode="eval").body
    except SyntaxError:
        return
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare) and all(isinstance(op, ast.Eq) for op in node.ops):
            sides = [node.left, *node.comparators]
            try:
                value = ast.literal_eval(sides[-1])
            except ValueError:
                continue
            for side in sides[:-1]:
                if path_of(side):
                    yield path_of(side), value


def field_named(place):
    """Which of the fields that count a place is; None for others. place: within a feed, an entry or a source."""
    name = place[0]
    if name.removesuffix("_parsed") in DATES and len(place) == 1:
        return "date"
    if name in AUTHORS and place[-1] in (*AUTHORS, "name", "email", "url", "href"):
        return "author"
    if name == "link" and len(place) == 1:
        return "link"
    if name.removesuffix("_detail") in TEXTS and place[1:] in ((), ("value",)):
        return TEXTS[name.removesuffix("_detail")]
    return "content" if name == "content" and place[2:] == ("value",) else None


class Shown(html.parser.HTMLParser):
    """The words of HTML."""

    def __init__(self):
        super().__init__()
        self.words = []

    def handle_starttag(self, tag, attrs):
        self.words.append("“" if tag == "q" else "" if tag in INLINE else " ")

    def handle_endtag(self, tag):
        self.words.append("”" if tag == "q" else "" if tag in INLINE else " ")

    def handle_data(self, data):
        self.words.append(data)


INLINE = ("a abbr acronym b bdo big cite code del dfn em font i ins kbd label mark s samp small span strike strong sub sup tt u var "
          "map img area").split()


def shown(value):
    parser = Shown()
    parser.feed(value)
    parser.close()
    return " ".join("".join(parser.words).split())


def author(item, place):
    people = [one for one in item["authors"]]
    if not people:
        return MISSING
    person = people[place[1] if place[0] == "authors" else -1]
    key = {"href": "url"}.get(place[-1], place[-1])
    if key in person:
        return person[key]
    return f"{person['name']} ({person['email']})" if person["name"] and person["email"] else person["name"] or person["email"]


def same_text(value, expected):
    if not isinstance(expected, str):
        return False
    if not value["html"]:
        return value["value"] == expected or value["value"] == html.unescape(expected)
    return " ".join(value["text"].split()) == shown(expected)


def holds(item, place, field, expected):
    name = place[0]
    if field == "date":
        date = item[DATES[name.removesuffix("_parsed")]]
        if name == "updated" and not date["written"]:
            date = item["published"]
        if name.endswith("_parsed"):
            return date["seconds"] != "" and tuple(time.gmtime(int(date["seconds"])))[:len(expected)] == tuple(expected)
        return date["written"] == expected
    if field == "author":
        return author(item, place) == expected
    if field == "link":
        return item["link"] == expected
    if field == "content":
        return place[1] < len(item["content"]) and same_text(item["content"][place[1]], expected)
    value = item[field]
    if field == "summary" and not value["value"] and item["content"]:
        value = item["content"][0]  # feedparser gives a content as the summary too
    return same_text(value, expected)


def item_at(feed, place):
    """(feed, entry or source; the rest of the place), or nothing where it is none of these or is not there."""
    item, rest = None, place
    if place[0] == "feed":
        item, rest = feed, place[1:]
    elif place[0] == "entries" and len(place) > 2:
        item, rest = (feed["entries"][place[1]] if place[1] < len(feed["entries"]) else {}), place[2:]
    if item is not None and rest[:1] == ("source",):
        item, rest = item.get("source", {}), rest[1:]
    return (item, rest) if item is not None and rest else (None, place)


def charset_of(headers):
    found = re.search(r"charset\s*=\s*[\"']?([\w.:-]+)", headers.get("content-type", ""))
    return found.group(1) if found else ""


def read(program, files):
    """[(path, expectation, feed)]"""
    lines, expectations = [], []
    for path in files:
        with open(path, "rb") as f:
            expression, headers = fields_of(comment_of(f.read()))
        base = urllib.parse.urljoin(SERVED, headers.get("content-location", ""))
        if not base.startswith("http"):
            base = SERVED
        lines.append(f"{path}\t{charset_of(headers)}\t{base}")
        expectations.append(expression)
    done = subprocess.run([program], input="\n".join(lines) + "\n", capture_output=True, text=True, check=True)
    feeds = [json.loads(line) for line in done.stdout.splitlines()]
    return list(zip(files, expectations, feeds, strict=True))


def shown_value(item, field):
    keys = {"author": ["authors"], "date": ["published", "updated", "created"]}.get(field, [field])
    return json.dumps([item.get(key) for key in keys], ensure_ascii=False)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", default=os.path.join(ROOT, "build", "release"))
    parser.add_argument("--shared", default=os.path.join(os.path.dirname(ROOT), "shared"))
    parser.add_argument("--show", action="store_true", help="print what differs")
    args = parser.parse_args()
    folder = os.path.join(args.shared, "data", "feeds")
    if not os.path.isdir(folder):
        if os.environ.get("SAYSO_REQUIRE_SHARED") == "1":
            sys.exit("feeds: the feeds (../shared beside the repository) are absent, and SAYSO_REQUIRE_SHARED=1")
        print("feeds: skipped: the feeds (../shared beside the repository) are absent")
        return
    files = sorted(os.path.join(base, name) for base, _, names in os.walk(folder) for name in names if name.endswith(".xml"))
    right, asked, refused = collections.Counter(), collections.Counter(), collections.Counter()
    for path, expression, feed in read(os.path.join(args.build, "sayso_feeds"), files):
        name = os.path.relpath(path, folder)
        if "error" in feed:
            refused[feed["error"]] += 1
            if args.show:
                print(f"{name}: refused: {feed['error']}")
        for place, expected in assertions(expression or ""):
            item, rest = item_at(feed if "error" not in feed else {"entries": []}, place)
            field = item is not None and field_named(rest)
            if not field:
                continue
            fine = "title" in item and holds(item, rest, field, expected)
            asked[field] += 1
            right[field] += fine
            if args.show and not fine:
                print(f"{name}: {'.'.join(map(str, place))}: expected {expected!r}, is {shown_value(item, field)}")
    print(f"{len(files)} files, {len(files) - refused.total()} read, {refused.total()} refused: "
          + "; ".join(f"{count}: {reason}" for reason, count in refused.most_common()))
    print(f"{'':10}{'asserted':>10}{'right':>8}{'%':>8}")
    for field in sorted(asked):
        print(f"{field:10}{asked[field]:>10,}{right[field]:>8,}{100 * right[field] / asked[field]:>8.1f}")
    share = 100 * right.total() / asked.total()
    print(f"{'all':10}{asked.total():>10,}{right.total():>8,}{share:>8.1f}")
    if share < LEAST:
        sys.exit(f"less than {LEAST} % are right")


if __name__ == "__main__":
    main()
