#!/usr/bin/env python3
"""Which room includes which, and whether the documents name what is there.

usage: rooms_test.py [ROOT]

A room is a folder of src/. Data flows read -> extract -> formats over text; ARROWS says what a room may include besides
itself and the public headers. A room that is not in ARROWS fails: whoever adds one says here what it stands on.
"""
import pathlib
import re
import sys

ARROWS = {
    "text": (),
    "read": ("text",),
    "model": ("text",),
    "extract": ("text", "model"),
    "formats": ("text",),
    "record": ("text", "formats"),
    "fetch": (),
    "watch": ("text", "read", "fetch"),
    "trace": ("text", "model", "formats", "record"),
    "check": ("text", "read", "extract", "formats", "record", "trace"),
    "eval": ("text",),
    "cli": ("text", "read", "model", "extract", "formats", "record", "fetch", "watch", "trace", "check", "eval"),
}
PUBLIC = "sayso"  # include/sayso: may be included everywhere, includes itself only
SOURCES = (".h", ".cpp", ".inc")
PATHS = re.compile(r"(?:src|include|tests|docs|bench|fuzz|examples|training|models|cmake|\.ci)/[\w./*-]+"
                   r"|[A-Z]\w+\.md|\./dev")
PLACEHOLDER = re.compile(r"/[A-Z]{2,}(?!\w*\.md)")  # tests/ROOM
NAMES = re.compile(r"(?:\w+::)*\w*(?:_\w+|[a-z][A-Z]\w*)")  # snake_case, CamelCase, Scope::name
DOCUMENTS = ("README.md", "ARCHITECTURE.md", "CHANGELOG.md", "CONTRIBUTING.md", "docs/*.md", "training/README.md", "models/README.md")


def sources(root):
    """{name as an #include would give it: path}"""
    found = {}
    for base in ("include", "src"):
        for path in sorted((root / base).rglob("*")):
            if path.suffix in SOURCES:
                found[path.relative_to(root / base).as_posix()] = path
    return found


def includes(path):
    return re.findall(r'^\s*#\s*include\s*"([^"]+)"', path.read_text(encoding="utf-8"), re.MULTILINE)


def room_of(name):
    return name.split("/", 1)[0]


def wrong_arrows(files):
    """Lines on includes that go against the flow, or to what is not there."""
    for name, path in files.items():
        room = room_of(name)
        if room != PUBLIC and room not in ARROWS:
            yield f"src/{name}: room '{room}' has no arrows in tests/rooms_test.py"
            continue
        allowed = {room, PUBLIC, *ARROWS.get(room, ())}
        for target in includes(path):
            if target not in files:
                yield f'{name}: includes "{target}", which is no path from src/ or include/'
            elif room_of(target) not in allowed:
                yield f'{name}: includes "{target}"; {room} may include {", ".join(sorted(allowed))}'


def cycle(graph):
    """One cycle of a graph {node: nodes}, or nothing. Takes away what points to nothing until only cycles are left."""
    left = {node: set(targets) for node, targets in graph.items()}
    while True:
        ends = {node for node, targets in left.items() if not targets & left.keys()}
        if not ends:
            return walk_round(left) if left else []
        for node in ends:
            del left[node]


def walk_round(left):
    walk, node = [], next(iter(left))
    while node not in walk:
        walk.append(node)
        node = min(left[node] & left.keys())
    return walk[walk.index(node):] + [node]


def wrong_cycles(files):
    for what, graph in (("rooms", ARROWS), ("files", {name: includes(path) for name, path in files.items()})):
        if found := cycle(graph):
            yield f"{what} include each other: {' -> '.join(found)}"


def outside_fences(text):
    return re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL)


def wrong_paths(root):
    """What documents name in `backticks` as a file of this repository and is none."""
    for pattern in DOCUMENTS:
        for document in sorted(root.glob(pattern)):
            for code in re.findall(r"`([^`\n]+)`", outside_fences(document.read_text(encoding="utf-8"))):
                for word in code.split():
                    word = word.rstrip(",;:")
                    if PATHS.fullmatch(word) and not PLACEHOLDER.search(word) and not exists(root, document, word):
                        yield f"{document.relative_to(root)}: `{word}` is not there"


def exists(root, document, path):
    return any(next(base.glob(path), None) for base in (root, document.parent))


def wrong_names(root, files):
    """Functions and types that ARCHITECTURE.md names and no source has."""
    document = root / "ARCHITECTURE.md"
    if not document.exists():
        return
    known = set(re.findall(r"\w+", "\n".join(path.read_text(encoding="utf-8") for path in files.values())))
    for code in re.findall(r"`([^`\n]+)`", outside_fences(document.read_text(encoding="utf-8"))):
        if NAMES.fullmatch(code) and not set(code.split("::")) <= known:
            yield f"ARCHITECTURE.md: `{code}` is in no source"


def main():
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).resolve().parent.parent)
    files = sources(root)
    assert any(room_of(name) == "text" for name in files), f"no sources below {root}"
    wrong = [*wrong_arrows(files), *wrong_cycles(files), *wrong_paths(root), *wrong_names(root, files)]
    for line in wrong:
        print(line)
    print(f"{len(files)} sources, {len(wrong)} wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
