"""Parses feeds with feedparser; prints what feeds.cpp prints.

usage: feed_peers.py feedparser TIMES FILE...
"""
import json, sys, time

import feedparser


def main():
    times, files = int(sys.argv[2]), sys.argv[3:]
    feeds = []
    for path in files:
        with open(path, "rb") as f:
            feeds.append(f.read())
    begin = time.process_time()
    for _ in range(times):
        for feed in feeds:
            feedparser.parse(feed)
    print(json.dumps({"records": times * len(feeds), "seconds": round(time.process_time() - begin, 6)}))


if __name__ == "__main__":
    main()
