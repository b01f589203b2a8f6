#!/usr/bin/env python3
"""The tables of the model card (models/README.md) for one model, in Markdown: by outlet, by style of marks, confidence.

usage: card.py [--sayso BINARY] [--shared DIR] [--model M] [--plot FILE.svg]

Styles: the marks of PolNeAR dev are rewritten one for one, so that the gold stays where it is; "a tenth missing" drops some at random.
Confidence: of the attributions found, the share whose gold partner has a token F1 of the contents of at least 0.5.
"""
import argparse
import glob
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
FIGURES = ("span.source", "span.cue", "span.content", "found", "whole")
STYLES = {
    "as they are": {},
    "straight": str.maketrans("“”‘’", "\"\"''"),
    "curly single, as in the UK": str.maketrans("“”‘’", "‘’“”"),
    "straight single": str.maketrans("“”‘’\"", "''\"''"),
    "guillemets": str.maketrans("“”", "«»"),
    "German": str.maketrans("“”‘", "„“‚"),
}


def read(path):
    with open(path, encoding="utf-8", newline="") as f:
        return f.read()


def scores(args, texts):
    """F1 of FIGURES over {path of the gold: text}."""
    with tempfile.TemporaryDirectory() as folder:
        for path, text in texts.items():
            with open(os.path.join(folder, os.path.basename(path)), "w", encoding="utf-8", newline="") as f:
                f.write(text)
            shutil.copy(path[:-4] + ".ann", folder)
        done = subprocess.run([args.sayso, "eval", folder, "--model", args.model, "--format", "json"], capture_output=True, text=True, check=True)
    rows = json.loads(done.stdout)["all"]
    return [rows[f]["F1"] for f in FIGURES]


def table(first, rows):
    print(f"| {first} | " + " | ".join(f.split(".")[-1] for f in FIGURES) + " |\n|---|" + "---|" * len(FIGURES))
    for name, values in rows:
        print(f"| {name} | " + " | ".join(f"{v:.1f}" for v in values) + " |", flush=True)
    print()


def with_gaps(text, rng):
    return "".join(" " if c in "“”\"" and rng.random() < 0.1 else c for c in text)


def confidences(args, score, paths):
    """(confidence, found) of each attribution."""
    done = subprocess.run([args.sayso, "extract", "--model", args.model, "--format", "json", *paths], capture_output=True, text=True, check=True)
    out = []
    for path, line in zip(paths, done.stdout.splitlines()):
        text = read(path)
        index = score.token_index(text)
        gold = [{r: score.tokens_of(a[r], index) for r in score.ROLES} for a in score.read_ann(path[:-4] + ".ann", text)]
        ours = [s for s in json.loads(line)["statements"] if s["parent"] is None]
        def spans(part):
            return score.tokens_of([tuple(s) for s in part["spans"]] if part else [], index)
        pred = [{"content": spans(s["content"]), "cue": spans(s["cue"]), "source": spans(s["source"])} for s in ours]
        right = {j for _, j, overlap in score.align(gold, pred) if overlap >= 0.5}
        out += [(s["confidence"], j in right) for j, s in enumerate(ours)]
    return out


def bins(pairs):
    """(mean confidence, share right, count) of ten bins."""
    out = []
    for k in range(10):
        here = [(c, r) for c, r in pairs if k <= c * 10 < k + 1 or (k == 9 and c >= 1)]
        if here:
            out.append((sum(c for c, _ in here) / len(here), sum(r for _, r in here) / len(here), len(here)))
    return out


def plot(path, rows, title):
    """A reliability diagram: circles by their share of all, against the diagonal."""
    total = sum(n for _, _, n in rows)
    dots = "".join(f'<circle cx="{40 + 240 * c:.0f}" cy="{260 - 240 * r:.0f}" r="{3 + 22 * (n / total) ** 0.5:.1f}" fill="#2b6cb0" '
                   f'fill-opacity=".55"><title>{n}: said {c:.2f}, right {r:.2f}</title></circle>' for c, r, n in rows)
    ticks = "".join(f'<text x="{40 + 240 * t:.0f}" y="278" text-anchor="middle">{t}</text><text x="34" y="{264 - 240 * t:.0f}" '
                    f'text-anchor="end">{t}</text>' for t in (0, 0.5, 1))
    with open(path, "w", encoding="utf-8") as f:
        f.write('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 300" width="300" height="300" font-family="sans-serif" '
                f'font-size="11"><rect width="300" height="300" fill="#fff"/><path d="M40 20V260H280" fill="none" stroke="#444"/>'
                f'<path d="M40 260L280 20" stroke="#bbb"/>{dots}{ticks}<text x="160" y="295" text-anchor="middle">confidence</text>'
                f'<text x="12" y="140" transform="rotate(-90 12 140)" text-anchor="middle">share found right</text>'
                f'<text x="160" y="14" text-anchor="middle">{title}</text></svg>\n')


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sayso", default=os.path.join(HERE, "..", "build", "release", "sayso"))
    parser.add_argument("--shared", default=os.path.join(HERE, "..", "..", "shared"))
    parser.add_argument("--model", default="accurate")
    parser.add_argument("--plot")
    args = parser.parse_args()
    paths = sorted(glob.glob(os.path.join(args.shared, "data", "polnear", "dev", "*.txt")))
    if not paths:
        print("card: skipped, there is no PolNeAR dev under", args.shared)
        return
    sys.path.insert(0, os.path.join(args.shared, "eval"))
    import score
    texts = {p: read(p) for p in paths}
    outlets = sorted({os.path.basename(p).split("_")[0] for p in paths})
    table("outlet", ((o, scores(args, {p: t for p, t in texts.items() if os.path.basename(p).startswith(o + "_")})) for o in outlets))
    rng = random.Random(1)
    styles = [(name, {p: t.translate(style) for p, t in texts.items()}) for name, style in STYLES.items()]
    styles.append(("a tenth missing", {p: with_gaps(t, rng) for p, t in texts.items()}))
    table("marks", ((name, scores(args, changed)) for name, changed in styles))
    rows = bins(confidences(args, score, paths))
    print("| confidence | " + " | ".join(f"{c:.2f}" for c, _, _ in rows) + " |\n|---|" + "---|" * len(rows))
    print("| attributions | " + " | ".join(str(n) for _, _, n in rows) + " |")
    print("| right | " + " | ".join(f"{r:.2f}" for _, r, _ in rows) + " |")
    if args.plot:
        plot(args.plot, rows, args.model)


if __name__ == "__main__":
    main()
