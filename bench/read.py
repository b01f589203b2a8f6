"""How fast inputs are read, and what hostile ones cost. Run by `./dev bench read`, with --peers beside other libraries.

Web archives: every record and the head of each HTTP response, over and over in one process, by its own CPU clock: bench/records.cpp
and bench/warc_peers.py. The archives are those of ../shared/data/warc and one that is made of examples/: 4,000 pages, a gzip member each.
Pages: from bytes to the article: bench/pages.cpp and bench/peers_of_pages.py.
Feeds: each one and the documents of its entries, in the same way: bench/feeds.cpp and bench/feed_peers.py.
"""
import gzip, html, json, os, statistics, subprocess, sys

from measure import Usage, mb, row, table

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
VENV = os.path.join(ROOT, ".venv-peers-read")
PYTHON = os.path.join(VENV, "bin", "python")
PACKAGES = ("warcio==1.8.1", "fastwarc==2.0.1", "feedparser==6.0.14", "trafilatura==2.3.1", "lxml_html_clean", "resiliparse==2.0.1")
RUNS = 5


def install():
    marker = os.path.join(VENV, "installed")
    if os.path.exists(marker) and open(marker).read() == " ".join(PACKAGES):
        return
    print(f"installing {', '.join(PACKAGES)} into {os.path.basename(VENV)}", file=sys.stderr)
    subprocess.run([sys.executable, "-m", "venv", VENV], check=True)
    subprocess.run([PYTHON, "-m", "pip", "install", "-q", *PACKAGES], check=True)
    with open(marker, "w") as f:
        f.write(" ".join(PACKAGES))


def record(block, number):
    return (f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://herald.example/{number}\r\nWARC-Record-ID: <urn:uuid:{number}>\r\n"
            "WARC-Date: 2024-11-20T10:15:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
            f"Content-Length: {len(block)}\r\n\r\n").encode() + block + b"\r\n\r\n"


def response(body):
    return b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + body


def made_of_examples(path, pages=4000):
    folder = os.path.join(ROOT, "examples")
    names = sorted(name for name in os.listdir(folder) if name.endswith((".html", ".txt")))
    bodies = [open(os.path.join(folder, name), "rb").read() for name in names]
    with open(path, "wb") as f:
        for number in range(pages):
            f.write(gzip.compress(record(response(bodies[number % len(bodies)]), number), mtime=0))
    return [path]


def below(folder):
    return sorted(os.path.join(base, name) for base, _, names in os.walk(folder) for name in names)


def rate(command):
    """Records a CPU second, and how many in one run: the median of RUNS."""
    done = [json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout) for _ in range(RUNS)]
    return statistics.median(one["records"] / one["seconds"] for one in done), done[0]["records"]


def compare_archives(bench, label, files, times):
    table(f"Web archives: {label}", ("records", "a CPU second", "ratio"))
    ours, records = rate([os.path.join(bench.args.build, "sayso_records"), str(times), *files])
    row("sayso", f"{records // times:,}", f"{ours:,.0f}", "")
    for peer in ("fastwarc", "warcio") if bench.args.peers else ():
        theirs, records = rate([PYTHON, os.path.join(ROOT, "bench", "warc_peers.py"), peer, str(times), *files])
        row(peer, f"{records // times:,}", f"{theirs:,.0f}", f"{ours / theirs:.2f}")


def large_feed(path, entries=200):
    """As a newsroom's feed with the full texts."""
    folder = os.path.join(ROOT, "examples")
    names = sorted(name for name in os.listdir(folder) if name.endswith(".txt"))
    texts = [open(os.path.join(folder, name), encoding="utf-8").read() for name in names]
    with open(path, "w", encoding="utf-8") as f:
        f.write('<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">'
                "<channel><title>Hill Herald</title>")
        for number in range(entries):
            paragraphs = "".join(f"<p>{html.escape(line)}</p>" for line in texts[number % len(texts)].splitlines() if line.strip())
            f.write(f"<item><title>Story {number}</title><link>http://herald.example/{number}</link><guid>{number}</guid>"
                    f"<pubDate>Wed, 20 Nov 2024 10:15:00 GMT</pubDate><content:encoded><![CDATA[{paragraphs}]]></content:encoded></item>")
        f.write("</channel></rss>")
    return [path]


def compare_feeds(bench, label, files, times, peer_times):
    table(f"Feeds: {label}", ("feeds", "a CPU second", "ratio"))
    ours, _ = rate([os.path.join(bench.args.build, "sayso_feeds"), str(times), *files])
    row("sayso", f"{len(files):,}", f"{ours:,.0f}", "")
    if bench.args.peers:
        theirs, _ = rate([PYTHON, os.path.join(ROOT, "bench", "feed_peers.py"), "feedparser", str(peer_times), *files])
        row("feedparser", f"{len(files):,}", f"{theirs:,.0f}", f"{ours / theirs:.1f}")


def compare_pages(bench):
    """Unpacked beforehand: what is measured is from a page's bytes to its article, in one process each."""
    packed = os.path.join(bench.args.shared, "data", "pages", "html")
    if not os.path.isdir(packed):
        return
    folder = os.path.join(bench.folder, "pages")
    os.makedirs(folder)
    for name in os.listdir(packed):
        with gzip.open(os.path.join(packed, name), "rb") as page, open(os.path.join(folder, name.removesuffix(".gz")), "wb") as out:
            out.write(page.read())
    files = below(folder)

    def pages_a_second(command, runs):
        done = [json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout) for _ in range(runs)]
        return statistics.median(one["pages"] / one["seconds"] for one in done)

    table("Pages of ../shared/data/pages", ("a CPU second", "ratio"))
    ours = pages_a_second([os.path.join(bench.args.build, "sayso_pages"), "10", *files], RUNS)
    row("sayso", f"{ours:,.0f}", "")
    for peer, times, runs in (("resiliparse", 3, RUNS), ("trafilatura", 1, 2)) if bench.args.peers else ():
        theirs = pages_a_second([PYTHON, os.path.join(ROOT, "bench", "peers_of_pages.py"), peer, str(times), "-", *files], runs)
        row(peer, f"{theirs:,.0f}", f"{ours / theirs:.2f}")


def hostile_pages(bench):
    path = os.path.join(bench.folder, "hostile.html")

    def gzip_bomb():
        with gzip.open(path, "wb") as f:
            for _ in range(1024):
                f.write(b"<p>" + bytes(1 << 20))

    pages = {
        "50,000 unclosed <div>": b"<div>" * 50_000,
        "10 MB of <": b"<" * 10_000_000,
        "10 MB of <p>": b"<p>" * 3_300_000,
        "10 MB of &lt;": b"<p>" + b"&lt;" * 2_500_000,
        "10 MB of &amp": b"<p>" + b"&amp" * 2_500_000,
        "entities in entities": b'<!DOCTYPE html [<!ENTITY a "' + b"x" * 1000 + b'"><!ENTITY b "' + b"&a;" * 1000 + b'">]><p>' + b"&b;" * 100_000,
        "an attribute of 1 MB": b'<p class="' + b"x " * 500_000 + b'">The ferry stays.',
        "100,000 attributes": b"<p " + b"class=x id=y " * 50_000 + b">The ferry stays.",
        "10 MB of NULs": b"<p>" + bytes(10_000_000) + b"x",
        "10 MB that is no UTF-8": b"<meta charset=utf-8><p>" + b"\xff\xc0\xaf" * 3_300_000,
        "1,900 frames in frames": b"<iframe>" * 1900 + b"<frameset><frame>" * 1900 + b"<object>" * 1900 + b"<p>x",
        "100,000 headings": b"<h2>Related stories</h2>" * 100_000,
        "60,000 blockquotes": b"<blockquote>a b c d" * 1900 + b"<blockquote>x y z</blockquote>" * 58_000,
        "100,000 unclosed <b> and <p>": b"<b><i><font><p>x" * 100_000,
    }
    cases = {label: lambda page=page: write(path, page) for label, page in pages.items()}
    show_hostile(bench, "Hostile pages", path, {"gzip bomb, 1 GB": gzip_bomb, **cases})


def bomb(path, megabytes):
    """A page of zeros that packs to a thousandth, and a page behind it."""
    with open(path, "wb") as f:
        head = (b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://herald.example/\r\nContent-Type: application/http\r\n"
                b"Content-Length: %d\r\n\r\n" % (megabytes << 20))
        with gzip.GzipFile(fileobj=f, mode="wb", mtime=0) as member:
            member.write(head + response(b""))
            for _ in range(megabytes):
                member.write(bytes(1 << 20))
        f.write(gzip.compress(record(response(b"<p>The ferry stays.</p>"), 2)))


def write(path, *pieces):
    with open(path, "wb") as f:
        for piece in pieces:
            f.write(piece)


def hostile(bench):
    path = os.path.join(bench.folder, "hostile.warc")
    last = record(response(b"<p>The ferry stays.</p>"), 2)
    cases = {
        "gzip bomb, 1 GB": lambda: bomb(path, 1024),
        "a head of 10 MB": lambda: write(path, b"WARC/1.0\r\nX: ", b"x" * 10_000_000, b"\r\n\r\n", last),
        "chunks of 2^63 bytes, 10 MB": lambda: write(path, record(
            response(b"").replace(b"\r\n\r\n", b"\r\nTransfer-Encoding: chunked\r\n\r\n") + b"7fffffffffffffff\r\n" + b"x" * 10_000_000, 1), last),
        "10 MB of one-byte chunks": lambda: write(path, record(
            response(b"").replace(b"\r\n\r\n", b"\r\nTransfer-Encoding: chunked\r\n\r\n") + b"1\r\nx\r\n" * 1_600_000 + b"0\r\n\r\n", 1), last),
        "10 MB of heads, length 10^8": lambda: write(path, b"WARC/1.0\r\nContent-Length: 99999999\r\n\r\n" * 250_000, last),
        "10 MB of heads, length 10^7": lambda: write(path, b"WARC/1.0\r\nContent-Length: 9999999\r\n\r\n" * 250_000, last),
        "10 MB of heads, no length": lambda: write(path, b"WARC/1.0\r\nWARC-Type: response\r\n\r\n" * 280_000, last),
        "10 MB of beginnings of gzip": lambda: write(path, gzip.compress(last), b"\x1f\x8b\x08\0\0\0\0\0\0\x03" * 1_000_000, gzip.compress(last)),
    }
    show_hostile(bench, "Hostile archives", path, cases)


def hostile_feeds(bench):
    path = os.path.join(bench.folder, "hostile.rss")
    begin, end = b"<rss><channel><title>Hill Herald</title>", b"</channel></rss>"
    item = b"<item><title>The ferry stays.</title><description>The ferry stays.</description></item>"
    entities = b"<!DOCTYPE rss [<!ENTITY a \"0123456789\">" + b"".join(
        b"<!ENTITY %c \"" % letter + b"&%c;" % (letter - 1) * 10 + b"\">" for letter in range(ord("b"), ord("k"))) + b"]>"
    cases = {
        "an entity bomb": lambda: write(path, entities, begin, b"<item><title>&j;</title></item>", item, end),
        "100,000 entities of 64 bytes": lambda: write(path, b"<!DOCTYPE rss [<!ENTITY a \"" + b"x" * 64 + b"\">]>", begin, b"<item><description>",
                                                        b"&a;" * 100_000, b"</description></item>", item, end),
        "900,000 open elements": lambda: write(path, begin, item, b"<item><description>" + b"<a>" * 900_000),
        "10 MB of \"<\"": lambda: write(path, begin, item, b"<" * 10_000_000),
        "an attribute of 10 MB": lambda: write(path, begin, item, b"<item a=\"" + b"x" * 10_000_000 + b"\"/>", end),
        "10 MB of <!DOCTYPE [": lambda: write(path, begin, item, b"<!DOCTYPE [" * 900_000),
        "100,000 entries": lambda: write(path, begin, b"<item><title>a</title></item>" * 100_000, end),
        "50,000 open <div> in an entry": lambda: write(path, begin, item, b"<item><description><![CDATA[", b"<div>" * 50_000,
                                                       b"]]></description></item>", end),
    }
    show_hostile(bench, "Hostile feeds", path, cases)


def show_hostile(bench, title, path, cases):
    table(title, ("CPU s", "memory", "documents"))
    for label, make in cases.items():
        make()
        command = bench.extract("--jobs", "1", path)
        used = Usage(command, may_fail=True)
        pages = len(subprocess.run(command, capture_output=True, text=True).stdout.splitlines())
        row(label, f"{used.cpu:.2f}", mb(used.memory), f"{pages}")


def run(bench):
    if bench.args.peers:
        install()
    bench.show_machine()
    archives = os.path.join(bench.args.shared, "data", "warc")
    if os.path.isdir(archives):
        compare_archives(bench, "../shared/data/warc", below(archives), 10)
    compare_archives(bench, "pages of examples/", made_of_examples(os.path.join(bench.folder, "examples.warc.gz")), 5)
    compare_pages(bench)
    hostile(bench)
    hostile_pages(bench)
    feeds = os.path.join(bench.args.shared, "data", "feeds")
    if os.path.isdir(feeds):
        compare_feeds(bench, "../shared/data/feeds", below(feeds), 20, 1)
    compare_feeds(bench, "200 stories of examples/", large_feed(os.path.join(bench.folder, "large.rss")), 20, 2)
    hostile_feeds(bench)
