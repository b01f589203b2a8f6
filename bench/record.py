"""What keeping costs: time beside extracting, size beside the plain text. Run by `./dev bench record [--articles N]`.

The first N articles of ../shared/data/news (all of them unless told) are extracted, then extracted and added to a new record, then added
once more. Storing is what adding costs over extracting, in CPU seconds. The size is that of the record's file and of the index beside it.
"""
import json, os, sqlite3, statistics, subprocess, sys

import inputs
from measure import Usage, mb, row, table

SEARCHES = 20


def bytes_of(path):
    if os.path.isdir(path):
        return sum(os.path.getsize(os.path.join(base, name)) for base, _, names in os.walk(path) for name in names)
    return os.path.getsize(path)


def shares(path, plain):
    """What takes the room, indexes with their table."""
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as db:
        tables = dict(db.execute("SELECT name, tbl_name FROM sqlite_schema"))
        try:
            pages = db.execute("SELECT name, sum(pgsize) FROM dbstat GROUP BY name").fetchall()
        except sqlite3.OperationalError:  # built without it
            return
    room = {}
    for name, size in pages:
        kept = tables.get(name, name)
        kept = kept.rsplit("_", 1)[0] if "_words_" in kept else kept
        room[kept] = room.get(kept, 0) + size
    for name, size in sorted(room.items(), key=lambda pair: -pair[1])[:8]:
        row(f"  {name}", mb(size), f"{size / plain:.2f}")


def show_time(bench, articles, record, count):
    table("Articles, fast model", ("a second", "a CPU second", "CPU s", "memory", "ratio"))
    extracting = Usage(bench.extract("--jobs", "2", articles, model="fast"))
    add = [bench.sayso, "add", record, "--model", "fast", "--format", "json", "--jobs", "2", articles]
    adding, known = Usage(add), Usage(add)
    for label, used in (("extract", extracting), ("add", adding), ("add what is known", known)):
        row(label, f"{count / used.wall:,.0f}", f"{count / used.cpu:,.0f}", f"{used.cpu:.1f}", mb(used.memory), f"{used.cpu / extracting.cpu:.2f}")
    storing = adding.cpu - extracting.cpu
    row("storing alone", "", f"{count / storing:,.0f}", f"{storing:.1f}", "", f"{storing / extracting.cpu:.2f}")


def show_size(record, plain):
    table("Size", ("size", "of the text"))
    row("plain text", mb(plain), "1.00")
    places = {"record": record, "index of words": record + ".index"}
    there = {label: bytes_of(path) for label, path in places.items() if os.path.exists(path)}
    for label, size in there.items():
        row(label, mb(size), f"{size / plain:.2f}")
        if label == "record":
            shares(record, plain)
    row("all of it", mb(sum(there.values())), f"{sum(there.values()) / plain:.2f}")


def show_start(bench, record):
    if "\n  search" not in subprocess.run([bench.sayso, "--help"], capture_output=True, text=True).stdout:
        return
    table(f"Open and first answer, median of {SEARCHES}", ("wall ms", "CPU ms"))
    runs = [Usage([bench.sayso, "search", record, "--limit", "10"]) for _ in range(SEARCHES)]
    row("the 10 newest", *(f"{1e3 * statistics.median(getattr(run, key) for run in runs):.1f}" for key in ("wall", "cpu")))


def run(bench):
    articles, where = inputs.articles(bench.folder, bench.args.shared, bench.args.articles or 10**6)
    bench.show_machine()
    extracted = subprocess.run(bench.extract(articles, model="fast"), capture_output=True, text=True, check=True).stdout.splitlines()
    plain = sum(len(json.loads(line)["doc"]["text"].encode()) for line in extracted)
    load = os.getloadavg()[0]
    print(f"  {'articles':16}{len(extracted):,} of {where}, {plain / 1e6:,.1f} MB of text")
    print(f"  {'load':16}{load:.1f} before the runs: more than the cores makes articles/s too low", flush=True)
    record = os.path.join(bench.folder, "said.db")
    show_time(bench, articles, record, len(extracted))
    show_size(record, plain)
    show_start(bench, record)
