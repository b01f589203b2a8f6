#!/usr/bin/env python3
"""Every quotation of a page comes out once, with who said it, and nothing of what surrounds the article.

usage: pages_test.py SAYSO [--show]

tests/read/pages/NAME.html are pages of invented outlets. Each line of NAME.quotes is SPEAKER, a tab and words that must be in exactly one
direct or mixed statement, whose source has that name (or whose source's words hold it), and once in the text; or "!" and words that the
text must not have.
"""
import json
import pathlib
import re
import subprocess
import sys

PAGES = pathlib.Path(__file__).resolve().parent.parent / "read" / "pages"


def plain(text):
    return " ".join(re.findall(r"\w+", text.lower()))


def speaks(statement, speaker):
    source = statement["source"]
    return plain(speaker) in plain(source["name"] or "") or plain(speaker) in plain(source["text"])


def faults_of(sayso, page):
    done = subprocess.run([sayso, "extract", "--format", "json", "--model", "fast", page], capture_output=True, text=True, check=True)
    result = json.loads(done.stdout)
    text = plain(result["doc"]["text"])
    for line in page.with_suffix(".quotes").read_text(encoding="utf-8").splitlines():
        speaker, words = line.split("\t")
        if speaker == "!":
            if plain(words) in text:
                yield f"of the frame: {words}"
            continue
        found = [s for s in result["statements"] if s["kind"] != "indirect" and plain(words) in plain(s["content"]["text"])]
        found = [s for s in found if s["parent"] not in {o["id"] for o in found}]
        if text.count(plain(words)) != 1:
            yield f"{text.count(plain(words))} times in the text: {words}"
        if len(found) != 1:
            yield f"{len(found)} statements: {words}"
        elif not speaks(found[0], speaker):
            yield f"said by {found[0]['source']['name'] or found[0]['source']['text'] or 'nobody'}, not {speaker}: {words}"


def main():
    pages = sorted(PAGES.glob("*.html"))
    faults = [f"{page.name}: {fault}" for page in pages for fault in faults_of(sys.argv[1], page)]
    print("\n".join(faults) or f"{len(pages)} pages")
    return 1 if faults or len(pages) < 20 else 0


if __name__ == "__main__":
    sys.exit(main())
