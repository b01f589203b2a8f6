#!/usr/bin/env python3
"""How well `sayso compare` judges pairs of quotations, beside string baselines. Run by `./dev eval variants`.

usage: variants.py [--sayso BINARY] [--shared DIR] [--misses]

Exit status 1 if a figure is under its floor below, or if `sayso eval` and the reference scorer disagree. Exit status 0 with a
message where the pairs are absent, 1 if SAYSO_REQUIRE_SHARED=1.
"""
import argparse, json, os, subprocess, sys, tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
# What was measured, less one point (about four of the pairs): figures fall here before anybody notices.
FLOORS = {("same_utterance", "P"): 94.5, ("same_utterance", "F1"): 95.4, ("relation", "accuracy"): 90.5, ("relation", "mean_F1"): 92.5,
          ("sense_changed", "R"): 77.0}
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
    if args.misses:
        print(run(args.sayso, "eval", gold, "--misses"))
    print(f"{'':18}{'P':>7}{'R':>7}{'F1':>7}{'relation':>10}{'mean F1':>9}{'sense':>13}{'false':>7}")
    report = json.loads(run(args.sayso, "eval", gold, "--format", "json"))
    row("sayso compare", report)
    for name, more in BASELINES:
        row(name, json.loads(run(sys.executable, scorer, gold, "--baseline", name.split()[-2 if more else 0], *more, "--json")))
    with tempfile.TemporaryDirectory() as folder:
        judged = os.path.join(folder, "judged.jsonl")
        with open(judged, "w", encoding="utf-8") as f:
            f.write(run(args.sayso, "compare", "--pairs", gold, "--format", "json"))
        if json.loads(run(sys.executable, scorer, gold, judged, "--json")) != report:
            sys.exit("variants: `sayso eval` and the reference scorer disagree")
        if json.loads(run(args.sayso, "eval", gold, "--pred", judged, "--format", "json")) != report:
            sys.exit("variants: `sayso eval` gives other figures for its own judgements from a file")
    fallen = [f"{a}, {b}: {report[a][b]}, floor {floor}" for (a, b), floor in FLOORS.items() if report[a][b] < floor]
    if fallen:
        sys.exit("under the floor:\n  " + "\n  ".join(fallen))


if __name__ == "__main__":
    main()
