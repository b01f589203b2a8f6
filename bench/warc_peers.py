"""Reads every record of web archives, and the head of each HTTP response, with another library; prints what records.cpp prints.

usage: warc_peers.py warcio|fastwarc TIMES FILE...
"""
import contextlib, json, sys, time


def iterator(name):
    if name == "warcio":
        from warcio.archiveiterator import ArchiveIterator
    else:
        from fastwarc.warc import ArchiveIterator
    return ArchiveIterator


def count(records):
    """How many can be read before the library gives up."""
    read = 0
    with contextlib.suppress(Exception):
        for _ in records:
            read += 1
    return read


def main():
    archive, times, files = iterator(sys.argv[1]), int(sys.argv[2]), sys.argv[3:]
    records, begin = 0, time.process_time()
    for _ in range(times):
        for path in files:
            with open(path, "rb") as stream, contextlib.redirect_stderr(None):
                records += count(archive(stream))
    print(json.dumps({"records": records, "seconds": round(time.process_time() - begin, 6)}))


if __name__ == "__main__":
    main()
