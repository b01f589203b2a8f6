#!/usr/bin/env python3
"""Lists what a model gets wrong on PolNeAR dev, for people to read and sort.

usage: errors.py [--sayso BINARY] [--shared DIR] [--model M] [--sample N] [--seed N]

First a table: how often each kind of difference occurs. Then N differences drawn at random, each with its text: gold and predicted
source {s ...}, cue {c ...} and content {x ...}. docs/errors.md sorts one such sample.
"""
import argparse
import collections
import glob
import os
import random
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
LETTERS = {"source": "s", "cue": "c", "content": "x"}


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sayso", default=os.path.join(HERE, "..", "build", "release", "sayso"))
    parser.add_argument("--shared", default=os.path.join(HERE, "..", "..", "shared"))
    parser.add_argument("--model", default="accurate")
    parser.add_argument("--sample", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


def marked(text, attribution):
    """The text around an attribution with its roles in braces."""
    spans = [(b, e, LETTERS[r]) for r in LETTERS for b, e in attribution[r]]
    low, high = max(0, min(b for b, _, _ in spans) - 60), min(len(text), max(e for _, e, _ in spans) + 60)
    out, at = "", low
    for b, e, letter in sorted(spans):
        out += text[at:b] + "{" + letter + " " + text[b:e] + "}"
        at = max(at, e)
    return " ".join((out + text[at:high]).split())


def differences(score, text, gold, pred):
    """(kind, gold or None, predicted or None) of one document."""
    index = score.token_index(text)
    tokens = [[{r: score.tokens_of(a[r], index) for r in score.ROLES} for a in of] for of in (gold, pred)]
    partner = {i: j for i, j, overlap in score.align(*tokens) if overlap > 0}
    out = []
    for i, a in enumerate(gold):
        kind = score.kind_of(a, text)
        if i not in partner:
            out.append((f"missed, {kind}", a, None))
            continue
        b = pred[partner[i]]
        for role in score.ROLES:
            if a[role] != b[role]:
                out.append((boundary(role, a[role], b[role]), a, b))
    taken = set(partner.values())
    return out + [("invented", None, b) for j, b in enumerate(pred) if j not in taken]


def boundary(role, gold, pred):
    if not pred:
        return f"{role}: none, gold has one"
    if not gold:
        return f"{role}: one, gold has none"
    if not any(b < e2 and b2 < e for b, e in gold for b2, e2 in pred):
        return f"{role}: another place"
    if len(gold) != len(pred):
        return f"{role}: other number of pieces"
    ends = ["begin" if any(g[0] != p[0] for g, p in zip(gold, pred)) else "", "end" if any(g[1] != p[1] for g, p in zip(gold, pred)) else ""]
    return f"{role}: other {' and '.join(e for e in ends if e)}"


def main():
    args = arguments()
    folder = os.path.join(args.shared, "data", "polnear", "dev")
    if not os.path.isdir(folder):
        print("errors: skipped, there is no", folder)
        return
    sys.path.insert(0, os.path.join(args.shared, "eval"))
    import score
    texts = sorted(glob.glob(os.path.join(folder, "*.txt")))
    found = []
    with tempfile.TemporaryDirectory() as out:
        subprocess.run([args.sayso, "extract", "--model", args.model, "--format", "brat", "--out-dir", out, *texts], check=True)
        for path in texts:
            name = os.path.basename(path)[:-4]
            with open(path, encoding="utf-8", newline="") as f:
                text = f.read()
            gold = score.read_ann(path[:-4] + ".ann", text)
            pred = score.without_nested(score.read_ann(os.path.join(out, name + ".ann"), text))
            found += [(name, text, *d) for d in differences(score, text, gold, pred)]
    counts = collections.Counter(kind for _, _, kind, _, _ in found)
    print(f"{len(found)} differences")
    for kind, count in counts.most_common():
        print(f"{count:5}  {kind}")
    for number, (name, text, kind, gold, pred) in enumerate(random.Random(args.seed).sample(found, min(args.sample, len(found))), 1):
        print(f"\n{number}. {kind} ({name})")
        for label, a in (("gold", gold), ("ours", pred)):
            if a:
                print(f"   {label}: {marked(text, a)}")


if __name__ == "__main__":
    main()
