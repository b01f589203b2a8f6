"""What can be asked of a program that finds quotations in marks and names their speakers, and no more: of the quotations of
`../shared/data/quoted` that are direct speech of somebody named, how many have the right speaker?"""
import json, os

NAME = ".gold.json"


def write_gold(quoted, folder):
    """The gold of `quoted` cut down to that question: a folder for `sayso eval`. Everything else may be found or not."""
    os.makedirs(folder, exist_ok=True)
    for file in sorted(name for name in os.listdir(quoted) if name.endswith(NAME)):
        with open(os.path.join(quoted, file), encoding="utf-8") as f:
            gold = json.load(f)
        asked, optional = [], list(gold.get("optional", []))
        for s in gold["statements"]:
            if s.get("kind") == "direct" and s.get("source", {}).get("names"):
                asked.append({key: s[key] for key in ("content", "kind", "source")})
            else:
                optional.append(s["content"])
        with open(os.path.join(folder, file), "w", encoding="utf-8") as f:
            json.dump({"scope": "quoted", "statements": asked, "optional": optional}, f)
        text = file[:-len(NAME)] + ".txt"
        with open(os.path.join(quoted, text), "rb") as f, open(os.path.join(folder, text), "wb") as out:
            out.write(f.read())
    return folder
