#!/usr/bin/env python3
"""Runs `sayso watch` against a server on 127.0.0.1 that misbehaves: usage: watch_test.py SAYSO [unittest options]

Status 77: skipped, the program finds no model.
"""
import gzip, http.server, json, os, signal, sqlite3, subprocess, sys, tempfile, threading, time, unittest

from program import SAYSO, run

MODEL = ("--model", "fast")
QUICK = (*MODEL, "--once", "--pause", "0s", "--timeout", "2s", "--max-bytes", "1M")


def page(text):
    return f"<html><head><title>Ferry</title></head><body><article><p>{text}</p></article></body></html>".encode()


def rss(*items):
    return ("<?xml version='1.0'?><rss version='2.0'><channel><title>Hill Herald</title>" + "".join(items) + "</channel></rss>").encode()


class Server(http.server.ThreadingHTTPServer):
    """Routes: {path: function(handler)}, or bytes of a page or feed with a status of 200."""
    daemon_threads = True

    def __init__(self, routes):
        super().__init__(("127.0.0.1", 0), Handler)
        self.routes, self.asked, self.over = routes, [], threading.Event()
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def url(self, path="/feed"):
        return f"http://127.0.0.1:{self.server_port}{path}"

    def item(self, path, title="Ferry", guid=None, more=""):
        return f"<item><title>{title}</title><link>{self.url(path)}</link><guid isPermaLink='false'>{guid or path}</guid>{more}</item>"

    def handle_error(self, *_):
        pass  # clients that hang up are part of the tests


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.server.asked.append((self.path, dict(self.headers)))
        route = self.server.routes.get(self.path)
        if route is None:
            self.answer(404, b"")
        elif isinstance(route, bytes):
            self.answer(200, route)
        else:
            route(self)

    def answer(self, status, body, **fields):
        self.send_response(status)
        for name, value in {"Content_Length": len(body), "Content_Type": "text/html; charset=utf-8", **fields}.items():
            if value is not None:
                self.send_header(name.replace("_", "-"), str(value))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


def slow(handler):
    handler.answer(200, b"", Content_Length=None)
    for _ in range(200):
        if handler.server.over.wait(0.05):
            return
        handler.wfile.write(b" ")


def endless(handler):
    handler.answer(200, b"", Content_Length=None)
    while not handler.server.over.is_set():
        handler.wfile.write(b"<item>" * 10_000)


class Watch(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.dir = folder.name
        self.record = os.path.join(self.dir, "said.db")

    def serve(self, routes=None):
        server = Server(routes or {})
        self.addCleanup(server.server_close)
        self.addCleanup(server.shutdown)
        self.addCleanup(server.over.set)
        return server

    def watch(self, *args, status=0):
        done = run("watch", self.record, *args, *QUICK)
        self.assertEqual(done.returncode, status, done.stderr.decode())
        return done

    def added(self, *args, status=0):
        done = self.watch("--allow-private", "--format", "json", *args, status=status)
        return [json.loads(line) for line in done.stdout.splitlines()], done.stderr.decode()

    def rows(self, query):
        with sqlite3.connect(self.record) as db:
            return db.execute(query).fetchall()

    def test_adds_what_is_new_and_goes_on_after_a_restart(self):
        server = self.serve()
        feed = rss(server.item("/2"), server.item("/1"))

        def changing(handler):
            if handler.headers["If-None-Match"] == '"1"':
                handler.answer(304, b"", ETag='"1"', Content_Length=None)
            else:
                handler.answer(200, feed, ETag='"1"', Content_Type="application/rss+xml")

        server.routes.update({"/feed": changing, "/1": page("“It sails,” Ilse Torvald said on Monday."), "/2": page("It does not.")})
        lines, told = self.added(server.url())
        self.assertEqual([(line["outcome"], line["path"], line["statements"]) for line in lines],
                         [("added", server.url("/1"), 1), ("added", server.url("/2"), 0)])
        self.assertIn("added 1 statement: Ferry, Hill Herald, " + server.url("/1"), told)
        self.assertIn("1 feed, 2 entries: 2 documents added", told)
        self.assertEqual(self.added(server.url())[0], [])
        self.assertEqual([path for path, _ in server.asked], ["/feed", "/1", "/2", "/feed"])
        self.assertTrue(all(fields["User-Agent"].startswith("sayso/") for _, fields in server.asked))
        self.assertEqual(self.rows("SELECT title FROM feeds"), [("Hill Herald",)])
        self.assertEqual(self.rows("SELECT count(*) FROM documents"), [(2,)])

    def test_a_server_that_misbehaves_in_many_ways(self):
        server = self.serve()
        good = rss(server.item("/1", guid="same"), server.item("/1", guid="same"), server.item("/2", guid="same"),
                   server.item("/slow", more="<description>Torvald said no.</description>"))
        away = self.serve()
        server.routes.update({
            "/good": good, "/1": page("It sails."), "/2": page("It does not."), "/slow": slow, "/endless": endless,
            "/loop": lambda handler: handler.answer(302, b"", Location="/loop"),
            "/gzip": lambda handler: handler.answer(200, b"no gzip at all", Content_Encoding="gzip"),
            "/bomb": lambda handler: handler.answer(200, gzip.compress(bytes(50_000_000)), Content_Encoding="gzip"),
            "/cut": lambda handler: handler.answer(200, good[:300], Content_Length=9999),
            "/short": lambda handler: handler.answer(200, good, Content_Length=40),
            "/type": lambda handler: handler.answer(200, b"\x89PNG\r\n\x1a\n", Content_Type="application/rss+xml"),
            "/503": lambda handler: handler.answer(503, b""),
            "/file": lambda handler: handler.answer(302, b"", Location="file:///etc/passwd"),
            "/later": lambda handler: handler.answer(429, b"", Retry_After="3600"),
        })
        away.routes["/later"] = server.routes["/later"]
        names = ("good", "slow", "endless", "loop", "gzip", "bomb", "cut", "short", "type", "503", "file", "404")
        lines, told = self.added(*(server.url("/" + name) for name in names), away.url("/later"), status=2)
        self.assertEqual([line["path"] for line in lines], [server.url("/2"), server.url("/1")])
        for name, reason in {"slow": "did not answer in time", "endless": "larger than 1048576 bytes", "loop": "redirects more than 5 times",
                             "gzip": "the answer cannot be unpacked", "bomb": "larger than 1048576 bytes", "cut": "the answer is cut off",
                             "type": "is no feed", "503": "is out of service for now (503)", "404": "is not found (404)",
                             "file": "is no http or https URL"}.items():
            self.assertIn(f"sayso: {server.url('/' + name)}: {reason}", told)
        self.assertIn(server.url("/short") + " has broken XML", told)
        self.assertIn(f"sayso: {away.url('/later')}: was asked for too often (429)", told)
        self.assertEqual(len(told.splitlines()), 12 + 2 + 1 + 1, told)  # failures, added, the slow article, the summary
        asked = len(away.asked)
        self.assertIn("asked to be left alone for", self.added(away.url("/later"))[1])
        self.assertEqual(len(away.asked), asked)

    def test_private_addresses(self):
        server = self.serve({"/feed": rss()})
        done = self.watch(server.url(), f"http://localhost:{server.server_port}/feed", status=2)
        self.assertEqual(done.stderr.decode().count("is at a private address"), 2)
        self.assertEqual(server.asked, [])

    def test_lists_and_pages(self):
        server = self.serve({"/feed": rss(), "/": b"<html><head><link rel=alternate type=application/rss+xml href=feed></head></html>"})
        path = os.path.join(self.dir, "feeds.opml")
        with open(path, "w") as f:
            f.write(f"<opml version='2.0'><body><outline xmlUrl='{server.url('/')}'/></body></opml>")
        _, told = self.added(path)
        self.assertIn("names the feed " + server.url(), told)
        self.assertEqual([p for p, _ in server.asked], ["/", "/feed"])

    def test_a_signal_ends_it(self):
        for number in (signal.SIGTERM, signal.SIGINT):
            server = self.serve({"/feed": rss()})
            process = subprocess.Popen([SAYSO, "watch", self.record, server.url(), *MODEL, "--allow-private", "--every", "1h"],
                                       stderr=subprocess.PIPE)
            self.wait_for(lambda: server.asked)
            process.send_signal(number)
            told = process.communicate(timeout=20)[1].decode()
            self.assertEqual(process.returncode, 0, told)
            self.assertIn("1 feed, 0 entries: 0 documents added", told)

    def test_killed_in_the_middle(self):
        server = self.serve()
        server.routes.update({"/feed": rss(server.item("/2"), server.item("/1")), "/1": page("It sails."), "/2": slow})
        process = subprocess.Popen([SAYSO, "watch", self.record, server.url(), *MODEL, "--allow-private", "--pause", "0s"],
                                   stderr=subprocess.DEVNULL)
        self.wait_for(lambda: any(path == "/2" for path, _ in server.asked))
        process.kill()
        process.wait()
        server.routes["/2"] = page("It does not.")
        lines, _ = self.added(server.url())
        self.assertEqual([line["path"] for line in lines], [server.url("/2")])
        self.assertEqual(self.rows("SELECT count(*), count(DISTINCT url) FROM documents"), [(2, 2)])

    def wait_for(self, holds):
        for _ in range(400):
            if holds():
                return
            time.sleep(0.05)
        self.fail("nothing came")

    def test_usage(self):
        for args, reason in (((self.record,), "FEED"), ((self.record, "http://a.example/", "--every", "often"), "is no time"),
                             ((self.dir + "/none/x.db", "http://a.example/"), "none/x.db")):
            done = run("watch", *args, *MODEL, "--once")
            self.assertEqual(done.returncode, 2)
            self.assertIn(reason, done.stderr.decode())
        _, told = self.added("nowhere.opml", "ftp://a.example/", status=2)
        self.assertIn("sayso: nowhere.opml: no such file", told)
        self.assertIn("sayso: ftp://a.example/: is no http or https URL", told)


if __name__ == "__main__":
    if run("extract", *MODEL, stdin=b"It sails.").returncode != 0:
        print("skipped: no model")
        sys.exit(77)
    unittest.main()
