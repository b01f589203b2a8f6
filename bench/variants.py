#!/usr/bin/env python3
"""How well `sayso compare` judges pairs of quotations, by their words and dates alone and in the articles that they were taken from, beside
string baselines. Run by `./dev eval variants`.

usage: variants.py [--sayso BINARY] [--shared DIR] [--misses]

--misses lists what is wrong in the articles. Exit status 1 if a figure is under its floor below, or if `sayso eval` and the reference scorer disagree. Exit status 0 with a
message where the pairs are absent, 1 if SAYSO_REQUIRE_SHARED=1.
"""
import argparse, json, os, subprocess, sys, tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
# What was measured, less one point (about four of the pairs): figures fall here before anybody notices.
FLOORS = {"words": {("same_utterance", "P"): 95.2, ("same_utterance", "F1"): 95.6, ("relation", "accuracy"): 91.2, ("relation", "mean_F1"): 92.8,
                    ("sense_changed", "R"): 77.0},
          "articles": {("same_utterance", "P"): 97.1, ("same_utterance", "F1"): 96.5, ("relation", "accuracy"): 92.8, ("relation", "mean_F1"): 93.7,
                       ("sense_changed", "R"): 77.0}}
BASELINES = (("equality", ()), ("containment", ()), ("partial ratio 80", ("--threshold", "80")))


def run(*command):
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"variants: {' '.join(command)}: status {done.returncode}\n{done.stderr}".rstrip())
    return done.stdout


def row(name, report):
    same, sense, relation = report["same_utterance"], report["sense_changed"], report["relation"]
    found = round(sense["R"] * sense["gold"] / 100)
    print(f"{name:18}{same['P']:7.1f}{same['R']:7.1f}{same['F1']:7.1f}{relation['accuracy']:10.1f}{relation['mean_F1']:9.1f}"
          f"{found:8} of {sense['gold']}{sense['pred'] - found:7}")


def agree(sayso, scorer, gold, more, report):
    """The reference scorer must say the same of what `sayso compare` writes, and so must `sayso eval --pred`."""
    with tempfile.TemporaryDirectory() as folder:
        judged = os.path.join(folder, "judged.jsonl")
        with open(judged, "w", encoding="utf-8") as f:
            f.write(run(sayso, "compare", "--pairs", gold, *more, "--format", "json"))
        if json.loads(run(sys.executable, scorer, gold, judged, "--json")) != report:
            sys.exit("variants: `sayso eval` and the reference scorer disagree")
        if json.loads(run(sayso, "eval", gold, "--pred", judged, "--format", "json")) != report:
            sys.exit("variants: `sayso eval` gives other figures for its own judgements from a file")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sayso", default=os.path.join(ROOT, "build", "release", "sayso"))
    parser.add_argument("--shared", default=os.path.join(os.path.dirname(ROOT), "shared"))
    parser.add_argument("--misses", action="store_true")
    args = parser.parse_args()
    gold = os.path.join(args.shared, "data", "variants", "pairs.jsonl")
    scorer = os.path.join(args.shared, "eval", "variants.py")
    if not os.path.exists(gold):
        absent = "the pairs (../shared beside the repository) are absent"
        if os.environ.get("SAYSO_REQUIRE_SHARED") == "1":
            sys.exit(f"variants: {absent}, and SAYSO_REQUIRE_SHARED=1")
        print(f"variants: skipped: {absent}")
        return
    documents = ["--documents", os.path.join(args.shared, "data", "news", "news.jsonl.zst")]
    if args.misses:
        print(run(args.sayso, "eval", gold, *documents, "--misses"))
    print(f"{'':18}{'P':>7}{'R':>7}{'F1':>7}{'relation':>10}{'mean F1':>9}{'sense':>13}{'false':>7}")
    reports = {}
    for name, more in (("words", []), ("articles", documents)):
        reports[name] = report = json.loads(run(args.sayso, "eval", gold, *more, "--format", "json"))
        row(f"compare, {name}", report)
        agree(args.sayso, scorer, gold, more, report)
    for name, more in BASELINES:
        row(name, json.loads(run(sys.executable, scorer, gold, "--baseline", name.split()[-2 if more else 0], *more, "--json")))
    fallen = [f"{name}: {a}, {b}: {reports[name][a][b]}, floor {floor}"
              for name, floors in FLOORS.items() for (a, b), floor in floors.items() if reports[name][a][b] < floor]
    if fallen:
        sys.exit("under the floor:\n  " + "\n  ".join(fallen))


if __name__ == "__main__":
    main()
