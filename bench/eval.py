#!/usr/bin/env python3
"""Measures how well statements are found and holds it against the committed baseline. Run by `./dev eval`.

usage: eval.py [who] [--sayso BINARY] [--shared DIR] [--model M]... [--baseline FILE] [--update]

who: only the sets that say who spoke, to whom, through whom, how and when, and the speakers of direct quotations beside those of
Stanford CoreNLP (bench/peers/corenlp_speakers.py). Prints one table: each figure, and in what it differs from the baseline. Exit status 1 if a figure is worse than the baseline
by more than its tolerance; `--update` writes the figures as the new baseline instead. Exit status 0 with a message where the
measuring data is absent, 1 if SAYSO_REQUIRE_SHARED=1.

The baseline has a value and a tolerance for each figure, in points. A new figure's tolerance is 0.5, or one item where the set
is so small that one item is more; edit it in the file, updates keep it.
"""
import argparse, json, os, subprocess, sys, tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
PEERS = os.path.join(ROOT, "bench", "peers")
sys.path.insert(0, PEERS)
from direct_speakers import write_gold  # noqa: E402

TOLERANCE = 0.5

# Per set: its name, its folder, and its figures: (label, section, row, key). What is better when lower is in LOWER.
KINDS = ("direct", "mixed", "indirect")
POLNEAR = ([(f"span {r}, F1", "all", f"span.{r}", "F1") for r in ("source", "cue", "content")]
           + [("found, F1", "all", "found", "F1"), ("whole, F1", "all", "whole", "F1"), ("tokens, F1", "all", "token.joint", "F1"),
              ("source given found", "all", "source|found", "R")]
           + [(f"found, recall of {k}", k, "found", "R") for k in KINDS])
STORIES = [("found, F1", None, "found", "F1")] + [
    (row + ("" if key == "share" else ", F1"), None, row, key)
    for row, key in (("boundary", "share"), ("source", "share"), ("kind", "share"), ("addressee", "F1"), ("via", "F1"),
                     ("channel", "F1"), ("said_at", "F1"), ("parent", "share"), ("same_person", "share"),
                     ("false_quotes", "share"))] + [("lost", None, "lost", None)]
SETS = (("PolNeAR, development part", "polnear/dev", POLNEAR), ("stories, invented", "stories", STORIES),
        ("quoted, real news", "quoted", STORIES), ("stories of this project", "tests/stories", STORIES),
        ("… written later", "tests/later-stories", STORIES))
LOWER = ("false_quotes", "lost")


def present():
    return [m for m in ("fast", "accurate", "best") if os.path.exists(os.path.join(ROOT, "models", m + ".sayso"))]


def measure(sayso, model, folder):
    """The report of `sayso eval`, as JSON."""
    done = subprocess.run([sayso, "eval", folder, "--model", model, "--format", "json", "--by-kind"], capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"eval: {' '.join(done.args)}: status {done.returncode}\n{done.stderr}".rstrip())
    return json.loads(done.stdout)


def figures_of(report, figures):
    """{label: (value, number of items)}"""
    out = {}
    for label, section, row, key in figures:
        rows = report[section] if section else report
        if key is None:
            out[label] = (len(rows[row]), 1)
        elif rows[row].get("n", 1):  # nothing to find: no figure
            out[label] = (rows[row][key], rows[row].get("n") or rows[row].get("gold"))
    return out


def tolerance_of(label, items):
    return 0 if label == "lost" else max(TOLERANCE, round(100 / items + 0.05, 1) if items else 0)


def worse_by(label, value, baseline):
    change = value - baseline
    return change if label.split(",")[0] in LOWER else -change


def cell(label, figure, baseline):
    """The figure, its change, and "!" where it fell beyond its tolerance."""
    if figure is None:
        return f"{'-':>8}{'':>9}", False
    value = figure[0]
    shown = f"{value:>8}" if label == "lost" else f"{value:>8.1f}"
    if baseline is None:
        return f"{shown}{'new':>7}  ", False
    fell = round(worse_by(label, value, baseline["value"]), 1) > baseline["tolerance"]
    change = value - baseline["value"]
    return f"{shown}{f'{change:+.1f}' if round(change, 1) else '=':>7} {'!' if fell else ' '}", fell


def short(model):
    """A name, or a file's without folder and ending, to head a column."""
    return os.path.splitext(os.path.basename(model))[0][:8]


def folder_of(shared, folder):
    return os.path.join(ROOT, folder) if folder.startswith("tests/") else os.path.join(shared, "data", folder)


def show(measured, baseline):
    """Prints the table; returns what fell, as text."""
    fallen = []
    print(f"{'':28}" + "".join(f"{short(model):>8}{'change':>7}  " for model in measured).rstrip())
    for title, folder, figures in SETS:
        if not any(folder in sets for sets in measured.values()):
            continue
        print(title)
        for label, *_ in figures:
            line = f"  {label:26}"
            for model, sets in measured.items():
                old = baseline.get(model, {}).get(folder, {}).get(label)
                text, fell = cell(label, sets[folder].get(label), old)
                line += text
                if fell:
                    fallen.append(f"{model}, {title}: {label}: {sets[folder][label][0]:.1f}, baseline {old['value']}, "
                                  f"tolerance {old['tolerance']}")
            if any(label in sets[folder] for sets in measured.values()):
                print(line.rstrip())
    return fallen


def show_beside_peer(sayso, quoted, models):
    """The speakers of direct quotations that are somebody's by name, beside what another program made of them once."""
    with open(os.path.join(PEERS, "corenlp_speakers.json"), encoding="utf-8") as f:
        peer = json.load(f)
    with tempfile.TemporaryDirectory() as folder:
        write_gold(quoted, folder)
        shares = {short(model): measure(sayso, model, folder)["source"]["share"] for model in models}
    shares[peer["program"]] = peer["source"]["share"]
    print(f"quoted, {peer['source']['n']} direct quotations of somebody named: speaker right, %")
    for name, share in shares.items():
        print(f"  {name:26}{share:>8.1f}")


def update(path, measured, baseline):
    for model, sets in measured.items():
        old = baseline.get(model, {})
        baseline[model] = old | {folder: {label: {"value": value, "tolerance": old.get(folder, {}).get(label, {}).get(
            "tolerance", tolerance_of(label, items))} for label, (value, items) in figures.items()} for folder, figures in sets.items()}
    lines = json.dumps(baseline, indent=1)
    for ending in ("value", "tolerance"):  # one line a figure, so that differences read well
        lines = lines.replace(f"\n    \"{ending}\"", f" \"{ending}\"")
    lines = lines.replace("{ \"value\"", "{\"value\"").replace("\n   }", "}")
    with open(path, "w", encoding="utf-8") as f:
        f.write(lines + "\n")


def read_baseline(path):
    if not os.path.exists(path):
        return {}
    with open(path, encoding="utf-8") as f:
        return json.load(f)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", nargs="?", choices=["who"])
    parser.add_argument("--sayso", default=os.path.join(ROOT, "build", "release", "sayso"))
    parser.add_argument("--shared", default=os.path.join(os.path.dirname(ROOT), "shared"))
    parser.add_argument("--model", action="append", help="all whose weights are present unless told; may be given again")
    parser.add_argument("--baseline", default=os.path.join(ROOT, "tests", "baseline.json"))
    parser.add_argument("--update", action="store_true")
    args = parser.parse_args()
    if not os.path.isdir(os.path.join(args.shared, "data", "polnear", "dev")):
        absent = "the measuring data (../shared beside the repository) is absent"
        if os.environ.get("SAYSO_REQUIRE_SHARED") == "1":
            sys.exit(f"eval: {absent}, and SAYSO_REQUIRE_SHARED=1")
        print(f"eval: skipped: {absent}")
        return
    if not os.access(args.sayso, os.X_OK):
        sys.exit(f"eval: no program at {args.sayso}: ./dev build")
    sets = [one for one in SETS if args.what != "who" or one[2] is STORIES]
    measured = {model: {folder: figures_of(measure(args.sayso, model, folder_of(args.shared, folder)), figures)
                        for _, folder, figures in sets} for model in args.model or present()}
    baseline = read_baseline(args.baseline)
    fallen = show(measured, baseline)
    if args.what == "who":
        show_beside_peer(args.sayso, folder_of(args.shared, "quoted"), measured)
    if args.update:
        update(args.baseline, measured, baseline)
        print(f"\nwritten: {os.path.relpath(args.baseline)}")
        return
    for model in measured:
        if model not in baseline:
            print(f"\nno baseline for {model} yet; --update writes it")
    if fallen:
        print("\nworse than the baseline:\n  " + "\n  ".join(fallen))
        sys.exit(1)


if __name__ == "__main__":
    main()
