"""Articles of pages with other libraries, each in one process, by its own CPU clock.

usage: peers_of_pages.py trafilatura|resiliparse TIMES OUT|- FILE...     (pages, .gz or not)

Prints what bench/pages.cpp prints; unless OUT is "-", writes NAME.json into it with the text as `sayso extract` has it.
"""
import gzip, json, os, subprocess, sys, time

PEERS = ("trafilatura", "resiliparse")


def reader(name):
    if name == "trafilatura":
        from trafilatura import extract
        return lambda page: extract(page, fast=True, include_comments=False) or ""
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.encoding import detect_encoding
    from resiliparse.parse.html import HTMLTree
    return lambda page: extract_plain_text(HTMLTree.parse_from_bytes(page, detect_encoding(page)), main_content=True)


def contents(path):
    with (gzip.open if path.endswith(".gz") else open)(path, "rb") as f:
        return f.read()


def run(peer, folder, out):
    """In the virtual environment of the peers."""
    import read
    read.install()
    files = [os.path.join(folder, name) for name in sorted(os.listdir(folder))]
    os.makedirs(out, exist_ok=True)
    subprocess.run([read.PYTHON, os.path.abspath(__file__), peer, "1", out, *files], check=True, stdout=subprocess.DEVNULL)


def main():
    name, times, out, files = sys.argv[1], int(sys.argv[2]), sys.argv[3], sys.argv[4:]
    extract, pages = reader(name), [contents(path) for path in files]
    begin = time.process_time()
    for _ in range(times):
        texts = [extract(page) for page in pages]
    print(json.dumps({"pages": times * len(pages), "bytes": 0, "seconds": round(time.process_time() - begin, 6)}))
    for path, text in zip(files, texts) if out != "-" else ():
        with open(os.path.join(out, os.path.basename(path).split(".")[0] + ".json"), "w", encoding="utf-8") as f:
            json.dump({"doc": {"text": text}}, f)


if __name__ == "__main__":
    main()
