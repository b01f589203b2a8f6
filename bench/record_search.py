#!/usr/bin/env python3
"""How long questions to a record take, and how that grows with the record.

usage: record_search.py RECORD [--build DIR] [--times 10] [--questions 1000]

Asks a copy of RECORD in one process (bench/record_ask.cpp), makes it TIMES as large by shifting days and shuffling outlets
(bench/record_grow.cpp), and asks it again. Milliseconds of processor time, results included, pages of 20.
"""
import argparse, json, os, shutil, subprocess, sys, tempfile

from measure import row, table

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def run(*command):
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"bench: {' '.join(command)}: status {done.returncode}\n{done.stderr}".rstrip())
    return done.stdout


def show(title, asked, before):
    table(title, ("p50 ms", "p99 ms", "ratio"))
    row("open and first answer", f"{asked['open']:.1f}", "", "")
    row("all questions", f"{asked['p50']:.2f}", f"{asked['p99']:.2f}", f"{asked['mean'] / before['mean']:.2f}")
    for kind, (p50, p99) in asked["kinds"].items():
        row(kind, f"{p50:.2f}", f"{p99:.2f}", f"{p50 / before['kinds'][kind][0]:.2f}")


def measure(build, record, times=10, questions=1000):
    ask = lambda path: json.loads(run(os.path.join(build, "sayso_record_ask"), path, str(questions)))
    with tempfile.TemporaryDirectory() as folder:
        copy = os.path.join(folder, "record.db")
        shutil.copy(record, copy)
        once = ask(copy)
        show("Questions to the record", once, once)
        run(os.path.join(build, "sayso_record_grow"), copy, str(times))
        show(f"Questions to {times} times as much", ask(copy), once)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("record")
    parser.add_argument("--build", default=os.path.join(ROOT, "build", "release"))
    parser.add_argument("--times", type=int, default=10)
    parser.add_argument("--questions", type=int, default=1000)
    args = parser.parse_args()
    measure(args.build, args.record, args.times, args.questions)
