#!/usr/bin/env python3
"""What README.md and docs/output.md show of the program's output is what it prints.

usage: docs_test.py SAYSO
"""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
CUT = "[…]"  # stands for blocks that a document leaves out


def run(program, folder, *arguments):
    done = subprocess.run([program, "extract", *arguments], cwd=folder, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


def fences(document):
    """The fenced blocks of a document, without their fences."""
    return re.findall(r"^```\w*\n(.*?)^```", (ROOT / document).read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


def blocks(text):
    return [block.strip("\n") for block in re.split(r"\n\s*\n", text) if block.strip()]


def stale_in_readme(program):
    """The blocks of README's terminal run that the program does not print there, in that order."""
    command, shown = next(f for f in fences("README.md") if f.startswith("$ sayso extract ")).split("\n", 1)
    printed = iter(blocks(run(program, ROOT, "--format", "text", *command.split()[3:])))
    stale = [block for block in blocks(shown) if block.strip() != CUT and block not in printed]
    return [f"README.md shows, but {command[2:]} does not print there:\n{block}" for block in stale[:1]]


def without_confidence(extraction):
    for statement in extraction["statements"]:
        del statement["confidence"]  # of the model of the day
    return extraction


def stale_in_output(program, folder):
    text, shown = fences("docs/output.md")[:2]
    (pathlib.Path(folder) / "mill.txt").write_text(text, encoding="utf-8")
    printed = json.loads(run(program, folder, "--format", "json", "--date", "2025-03-31", "--outlet", "Valley Post", "mill.txt"))
    shown = json.loads(shown)
    shown["doc"]["text"] = text  # cut short there
    if without_confidence(shown) == without_confidence(printed):
        return []
    return [f"docs/output.md shows another output than: {json.dumps(printed, ensure_ascii=False)}"]


def main():
    program = os.path.abspath(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        stale = stale_in_readme(program) + stale_in_output(program, folder)
    print("\n".join(stale) or "the documents show what the program prints")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
