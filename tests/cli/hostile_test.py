#!/usr/bin/env python3
"""Pages and texts made to hurt: each ends soon, in bounded memory, with a result or a clear error, and the page after it is read.

usage: hostile_test.py SAYSO [--show]

--show prints what each cost: CPU seconds and MB of the whole program. Memory is asserted, for it is the same on every machine; of time
only that a run ends (docs/reading.md has the figures).
"""
import gzip, io, os, resource, subprocess, sys, tempfile, unittest, zipfile

SHOW = "--show" in sys.argv and not sys.argv.remove("--show")
SAYSO = os.path.abspath(sys.argv.pop(1))
MOST_MB = 300
GOOD = b"<html><body><article><p>The mill closed in May, and the town has not got used to it.</p>" \
       b"<p>\xe2\x80\x9cWe never sold it,\xe2\x80\x9d Ada Quill said.</p></article></body></html>"
WORDS = b"<p>The mill closed in May, and the town has not got used to it.</p>"


def entity_bomb():
    kinds = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 12))
    return f'<!DOCTYPE html [<!ENTITY l0 "ha">{kinds}]><html><body><p>&l11;</p>'.encode() + WORDS + b"</body></html>"


def gzip_bomb():
    """1 GB of spaces in a megabyte: members that repeat one of 16 MB, so that making it is quick."""
    return gzip.compress(b" " * (1 << 24), 9) * 64


def zip_bomb():
    """Three texts of 128 MB each."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for i in range(3):
            with packed.open(f"{i}.txt", "w", force_zip64=True) as text:
                for _ in range(8):
                    text.write(b" " * (1 << 24))
    return out.getvalue()


PAGES = {
    "less-than.txt": lambda: b"<" * 10_000_000,
    "quotation-marks.txt": lambda: b'"' * 10_000_000,
    "bomb.txt.gz": gzip_bomb,
    "bomb.zip": zip_bomb,
    "unclosed.html": lambda: b"<html><body>" + b"<div>" * 50_000 + WORDS,
    "nested.html": lambda: b"<html><body>" + b"<b><i>" * 100_000 + WORDS + b"</i></b>" * 100_000,
    "less-than.html": lambda: b"<" * 10_000_000,
    "bomb.html.gz": gzip_bomb,
    "entities.html": entity_bomb,
    "ampersands.html": lambda: b"<html><body><p>" + b"&amp" * 1_000_000 + b"</p></body></html>",
    "attribute.html": lambda: b'<html><body><div class="' + b"a " * 500_000 + b'">' + WORDS + b"</div></body></html>",
    "attributes.html": lambda: b"<html><body><div " + b" ".join(b"a%d=1" % i for i in range(100_000)) + b">" + WORDS + b"</div></body></html>",
    "nul.html": lambda: b"<html><body><p>" + b"\0" * 9_000_000 + b"</p></body></html>",
    "not-utf-8.html": lambda: b"<html><meta charset=utf-8><body><p>" + b"\xff\xc3 " * 3_000_000 + b"</p></body></html>",
    "frames.html": lambda: b"<html>" + b"<frameset><frame src=a>" * 100_000 + b"<iframe>" * 100_000 + WORDS,
    "tables.html": lambda: b"<html><body>" + b"<table><tr><td>" * 30_000 + WORDS,
    "quotes.html": lambda: b"<html><body><article>" + b"<q>" * 50_000 + b"<blockquote>" * 50_000 + WORDS,
    "json-ld.html": lambda: b'<html><head><script type="application/ld+json">' + b"[" * 1_000_000 + b"</script></head><body>" + WORDS,
    "meta.html": lambda: b"<html><head>" + b'<meta property="og:title" content="a">' * 100_000 + b"</head><body>" + WORDS,
}


def cost_of(folder, name):
    """Runs the program over the page and a good one: (status, results, errors, CPU seconds, MB)."""
    good = os.path.join(folder, "good.html")
    with open(os.path.join(folder, "out"), "wb") as out, open(os.path.join(folder, "err"), "wb") as err:
        process = subprocess.Popen([SAYSO, "extract", "--model", "fast", "--format", "json", os.path.join(folder, name), good],
                                   stdout=out, stderr=err, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (60, 60)))
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    with open(out.name, encoding="utf-8") as lines, open(err.name, encoding="utf-8") as errors:
        return process.returncode, lines.read(), errors.read(), usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


class Hostile(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        with open(os.path.join(self.folder.name, "good.html"), "wb") as f:
            f.write(GOOD)

    def check(self, name):
        with open(os.path.join(self.folder.name, name), "wb") as f:
            f.write(PAGES[name]())
        status, results, errors, seconds, megabytes = cost_of(self.folder.name, name)
        if SHOW:
            print(f"{name:18}{seconds:7.2f} s{megabytes:7.0f} MB  {status}  {errors.strip()[:90]}")
        self.assertIn("We never sold it", results)
        if status == 2:
            self.assertRegex(errors, f"^(sayso: .*{name}.*: .+\n)+$")
            self.assertEqual(results.count("\n"), 1)
        else:
            self.assertEqual((status, results.count("\n")), (0, 2), errors)
        self.assertLess(megabytes, MOST_MB)

    def test_each_page(self):
        for name in PAGES:
            with self.subTest(name):
                self.check(name)


if __name__ == "__main__":
    unittest.main()
