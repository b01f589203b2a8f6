"""Near-duplicates: how fast they are found, and how many of those that were planted. Run by `./dev bench near [--peers]`.

2,000 articles of ../shared/data/news, or texts of invented words where that is absent, are each planted once more: cut, reordered, edited,
or with another outlet's furniture around them; as many others stand between. What is near is counted out here, by the definition of
docs/record.md and not by the program's code. --peers runs datasketch and rensa on the same texts.
"""
import json, os, random, subprocess, sys

import inputs
from near_peers import shingles
from measure import row, table

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
VENV = os.path.join(ROOT, ".venv-peers-near")
PYTHON = os.path.join(VENV, "bin", "python")
PACKAGES = ("datasketch==2.0.0", "rensa==0.5.0")
PLANTED, OTHERS, LEAST = 2000, 2000, 0.7
RUNS = 3


def install():
    marker = os.path.join(VENV, "installed")
    if os.path.exists(marker):
        return
    print(f"installing {', '.join(PACKAGES)} into {os.path.basename(VENV)}", file=sys.stderr)
    subprocess.run([sys.executable, "-m", "venv", VENV], check=True)
    subprocess.run([PYTHON, "-m", "pip", "install", "-q", *PACKAGES], check=True)
    open(marker, "w").close()


def invented(chance, words):
    letters = "abcdefghijklmnopqrstuvwxyz"
    pool = ["".join(chance.choices(letters, k=chance.randint(2, 9))) for _ in range(20000)]
    return "\n\n".join(" ".join(chance.choices(pool, k=60)) + "." for _ in range(words // 60 + 1))


def furniture(chance):
    """What one outlet has around every article."""
    return [" ".join(invented(chance, 40).split()[:chance.randint(8, 40)]) for _ in range(2)]


def cut(chance, text):
    paragraphs = text.split("\n\n")
    return "\n\n".join(paragraphs[:max(1, round(len(paragraphs) * chance.uniform(0.8, 0.97)))])


def reordered(chance, text):
    paragraphs = text.split("\n\n")
    chance.shuffle(paragraphs)
    return "\n\n".join(paragraphs)


def edited(chance, text):
    words = text.split(" ")
    for _ in range(max(1, round(len(words) * chance.uniform(0.002, 0.04)))):
        words[chance.randrange(len(words))] = chance.choice(["", "reportedly", "however", "on Monday", words[chance.randrange(len(words))]])
    return " ".join(words)


def unchanged(chance, text):
    return text


def plant(bench):
    """Texts, and the pairs of their numbers that were planted: each kind of change, half of them in the same outlet."""
    chance = random.Random(8)
    outlets = [furniture(chance) for _ in range(40)]
    bare = inputs.news_texts(bench.args.shared, PLANTED + OTHERS) or [invented(chance, chance.randint(150, 900)) for _ in range(PLANTED + OTHERS)]
    bare = [text.replace("\0", " ") for text in bare]
    of = [chance.randrange(len(outlets)) for _ in bare]
    dressed = lambda text, outlet: "\n\n".join((outlets[outlet][0], text, outlets[outlet][1]))
    texts = [dressed(text, outlet) for text, outlet in zip(bare, of)]
    planted = [(number, len(bare) + number) for number in range(PLANTED)]
    for number in range(PLANTED):
        change = (cut, reordered, edited, unchanged)[number % 4]
        elsewhere = change is unchanged or number % 8 > 3
        texts.append(dressed(change(chance, bare[number]), (of[number] + elsewhere) % len(outlets)))
    return texts, planted


def exact(texts, pair):
    a, b = (shingles(texts[i]) for i in pair)
    return len(a & b) / max(1, len(a | b))


def measure(label, command, texts, planted, first):
    done = min((json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout) for _ in range(RUNS)), key=lambda d: d["seconds"])
    found = {tuple(sorted(pair)) for pair in done["pairs"]}
    near = {pair for pair in planted if exact(texts, pair) >= LEAST}
    right = sum(exact(texts, pair) >= LEAST for pair in found)
    rate = done["documents"] / done["seconds"]
    row(label, f"{rate:,.0f}", f"{first / rate:.1f}" if first else "", f"{len(near & found) / len(near):.2%}", f"{right / max(1, len(found)):.2%}", f"{len(found):,}")
    return rate


def run(bench):
    if bench.args.peers:
        install()
    bench.show_machine()
    texts, planted = plant(bench)
    path = os.path.join(bench.folder, "texts")
    with open(path, "w", encoding="utf-8") as f:
        f.write("\0".join(texts))
    near = sum(exact(texts, pair) >= LEAST for pair in planted)
    size = sum(len(text.encode()) for text in texts)
    print(f"  {'texts':16}{len(texts):,}, {size / len(texts):,.0f} bytes each; {near:,} of {len(planted):,} planted pairs share at least {LEAST}")
    table("Near-duplicates", ("texts/CPU-s", "ratio", "recall", "precision", "pairs"))
    ours = measure("sayso", [os.path.join(bench.args.build, "sayso_near"), path], texts, planted, None)
    for peer in ("rensa", "datasketch") if bench.args.peers else ():
        measure(peer, [PYTHON, os.path.join(ROOT, "bench", "near_peers.py"), peer, path], texts, planted, ours)
