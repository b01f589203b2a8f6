"""Articles of the news corpus for distillation, without those that the development sets are made of."""
import glob
import json
import os
import random
import re
import subprocess
import zlib

import polnear

WORD = re.compile(r"\w+")
NEWS = os.path.join(polnear.SHARED, "data", "news", "news.jsonl.zst")
HELD_OUT = ("polnear/dev", "quoted", "stories")


def shingles(text, n=12):
    words = WORD.findall(text.lower())
    return {zlib.crc32(" ".join(words[i:i + n]).encode()) for i in range(0, len(words) - n + 1)}


def held_out_shingles():
    out = set()
    for folder in HELD_OUT:
        for path in glob.glob(os.path.join(polnear.SHARED, "data", folder, "*.txt")):
            with open(path, encoding="utf-8", newline="") as f:
                out |= shingles(f.read())
    return out


def articles(count, seed=7):
    """`count` articles of 100 to 2,500 words drawn over all outlets, as (id, text); about half with their headline."""
    rng = random.Random(seed)
    rows = []
    raw = subprocess.run(["zstd", "-dc", NEWS], check=True, capture_output=True).stdout.decode("utf-8")
    for line in raw.split("\n"):
        if line:
            rows.append(line)
    rng.shuffle(rows)
    held, out, seen = held_out_shingles(), [], set()
    for line in rows:
        if len(out) == count:
            break
        row = json.loads(line)
        text = row["content_original"].strip()
        n = text.count(" ")
        marks = shingles(text)
        if not 100 <= n <= 2500 or len(marks & held) > 2 or len(marks & seen) > 0.05 * len(marks):
            continue
        seen |= {m for m in marks if m % 7 == 0}
        title = (row.get("title") or "").strip()
        if title and not text.startswith(title[:30]) and rng.random() < 0.5:
            text = title + "\n\n" + text
        out.append((row["ID"], text))
    return out
