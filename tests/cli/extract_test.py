#!/usr/bin/env python3
"""Runs the program as its users do: usage: extract_test.py SAYSO [unittest options]

Status 77: skipped, the program finds no model.
"""
import csv, gzip, io, json, os, re, subprocess, sys, tempfile, unittest

from program import SAYSO, on_terminal, run

STORY = ("Mill on Weir Lane to close\n\n"
         "“We held on as long as we could,” Ilse Torvald told reporters on Monday. “There is no money left.”\n\n"
         "The owner, Café Brandt, denied that the site had been sold. Torvald said that talks would go on.\n")


class Extract(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.dir = folder.name
        self.story = self.write("story.txt", STORY)

    def write(self, name, content):
        path = os.path.join(self.dir, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as f:
            f.write(content if isinstance(content, bytes) else content.encode())
        return path

    def many(self, number=60):
        for i in range(number):
            # Sizes differ, so that threads overtake each other.
            self.write(f"many/{i:03}.txt", STORY.replace("Torvald", f"Torvald{i}") * (1 + (i * 37) % 23))
        return os.path.join(self.dir, "many")

    def ok(self, done):
        self.assertEqual((done.returncode, done.stderr), (0, b""))
        return done.stdout.decode("utf-8")


class Formats(Extract):
    def test_json_is_the_contract(self):
        lines = self.ok(run("extract", "--format", "json", self.story)).splitlines()
        self.assertEqual(len(lines), 1)
        found = json.loads(lines[0])
        self.assertEqual(list(found), ["doc", "entities", "statements", "warnings"])
        self.assertEqual(set(found["doc"]), {"id", "path", "url", "title", "outlet", "authors", "subhead", "published", "modified", "language", "text", "set_off"})
        self.assertEqual(found["doc"]["text"], STORY)
        self.assertEqual(found["doc"]["path"], self.story)
        self.assertTrue(found["statements"])
        for s in found["statements"]:
            self.assertEqual(set(s), {"id", "kind", "content", "cue", "source", "via", "addressee", "channel", "said_at",
                                      "stance", "parent", "confidence"})
            for passage in [s["content"], s["cue"], s["source"], s["addressee"], s["channel"], s["said_at"], *s["via"]]:
                if passage is not None:
                    self.assertEqual(passage["text"], " … ".join(STORY[b:e] for b, e in passage["spans"]))
            self.assertTrue(0 <= s["confidence"] <= 1)

    def test_explain_adds_reasons(self):
        plain = json.loads(self.ok(run("extract", "--format", "json", self.story)))
        found = json.loads(self.ok(run("extract", "--format", "json", "--explain", self.story)))
        for s in found["statements"]:
            for party in [s["source"], s["addressee"], *s["via"]]:
                if party is not None:
                    self.assertEqual(set(party.pop("reasons")), {"basis", "candidates"})
        for e in found["entities"]:
            del e["merges"]
        self.assertEqual(found, plain)
        text = self.ok(run("extract", "--format", "text", "--explain", self.story))
        self.assertIn("why: by the name", text)
        self.assertLessEqual(max(map(len, text.splitlines())), 80)

    def test_json_is_the_default_in_a_pipe(self):
        self.assertEqual(self.ok(run("extract", self.story)), self.ok(run("extract", "--format", "json", self.story)))

    def test_all_formats_tell_the_same_statements(self):
        want = [s["content"]["text"] for s in json.loads(self.ok(run("extract", self.story)))["statements"]]
        lines = [json.loads(x) for x in self.ok(run("extract", "--format", "jsonl", self.story)).splitlines()]
        self.assertEqual([x["content"]["text"] for x in lines], want)
        self.assertNotIn("text", lines[0]["doc"])
        rows = list(csv.DictReader(io.StringIO(self.ok(run("extract", "--format", "csv", self.story)), newline="")))
        self.assertEqual([r["content"] for r in rows], want)
        brat = self.ok(run("extract", "--format", "brat", self.story))
        self.assertEqual(len(re.findall(r"^E\d+\tAttribution:T\d+", brat, re.M)), len(want))
        html = self.ok(run("extract", "--format", "html", self.story))
        self.assertEqual(len(re.findall(r"<tr id=", html)), len(want))
        text = self.ok(run("extract", "--format", "text", self.story))
        self.assertIn(f"{len(want)} statement", text)

    def test_csv_has_one_header_for_all_documents(self):
        other = self.write("other.txt", STORY)
        rows = list(csv.reader(io.StringIO(self.ok(run("extract", "--format", "csv", self.story, other)), newline="")))
        self.assertEqual(sum(row[0] == "doc_id" for row in rows), 1)
        self.assertEqual(len({len(row) for row in rows}), 1)

    def test_no_documents_still_make_a_table_and_a_page(self):
        os.mkdir(os.path.join(self.dir, "empty"))
        empty = os.path.join(self.dir, "empty")
        self.assertTrue(self.ok(run("extract", "--format", "csv", empty)).startswith("doc_id,"))
        self.assertTrue(self.ok(run("extract", "--format", "html", empty)).endswith("</html>\n"))
        self.assertEqual(self.ok(run("extract", "--format", "json", empty)), "")

    def test_date_and_outlet_are_taken_from_the_command_line(self):
        doc = json.loads(self.ok(run("extract", "--date", "2024-02-29", "--outlet", "Weir Post", self.story)))["doc"]
        self.assertEqual((doc["published"], doc["outlet"]), ("2024-02-29", "Weir Post"))


class Inputs(Extract):
    def test_standard_input(self):
        for args in ([], ["-"]):
            doc = json.loads(self.ok(run("extract", *args, stdin=STORY.encode())))["doc"]
            self.assertEqual((doc["path"], doc["text"]), ("-", STORY))

    def test_directories_are_read_in_order(self):
        out = self.ok(run("extract", self.many(12)))
        self.assertEqual([os.path.basename(json.loads(x)["doc"]["path"]) for x in out.splitlines()],
                         [f"{i:03}.txt" for i in range(12)])

    def test_same_bytes_for_every_number_of_jobs(self):
        folder = self.many()
        want = run("extract", "--jobs", "1", folder).stdout
        self.assertEqual(want.count(b"\n"), 60)
        for jobs in ("2", "3", "16"):
            self.assertEqual(run("extract", "--jobs", jobs, folder).stdout, want)

    def test_one_bad_input_does_not_stop_the_others(self):
        missing = os.path.join(self.dir, "missing.txt")
        done = run("extract", self.story, missing, self.story)
        self.assertEqual(done.returncode, 2)
        self.assertEqual(done.stdout.count(b"\n"), 2)
        self.assertRegex(done.stderr.decode(), rf"^sayso: {re.escape(missing)}: \S.*\n$")

    def test_too_large_a_document_is_an_error_of_its_own(self):
        done = run("extract", "--max-bytes", "1k", self.write("big.txt", STORY * 50), self.story)
        self.assertEqual((done.returncode, done.stdout.count(b"\n")), (2, 1))
        self.assertIn(b"big.txt: ", done.stderr)

    def test_files_named_like_commands_or_options(self):
        self.write("extract", STORY)
        self.write("--format", STORY)
        self.assertEqual(self.ok(run("extract", "extract", "--", "--format", cwd=self.dir)).count("\n"), 2)

    def test_any_bytes_give_valid_utf8(self):
        path = self.write("bytes.txt", bytes(range(9, 14)) + bytes(range(32, 256)) + b'\n"Yes," he said.\n')
        for form in ("json", "jsonl", "csv", "brat", "html", "text"):
            run("extract", "--format", form, path).stdout.decode("utf-8")


class Archives(Extract):
    @staticmethod
    def archive():
        def record(number):
            page = f'<html><body><p>"We stay {number}," said Ann Cole.</p></body></html>'.encode()
            block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page
            head = (f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://herald.example/{number}\r\nWARC-Record-ID: <urn:uuid:{number}>\r\n"
                    f"WARC-Date: 2024-11-2{number}T10:15:00Z\r\nContent-Type: application/http\r\nContent-Length: {len(block)}\r\n\r\n")
            return gzip.compress(head.encode() + block + b"\r\n\r\n")
        return record(1), b"junk", record(2)

    def test_a_document_a_page_and_damage_with_its_place(self):
        one, junk, two = self.archive()
        done = run("extract", "--format", "json", self.write("a.warc.gz", one + junk + two))
        self.assertEqual([json.loads(line)["doc"]["id"] for line in done.stdout.splitlines()], ["urn:uuid:1", "urn:uuid:2"])
        self.assertEqual(done.returncode, 2)
        self.assertIn(f"a.warc.gz: at byte {len(one)}: what follows is not packed with gzip".encode(), done.stderr)

    def test_one_page_by_url_and_time(self):
        path = self.write("a.warc.gz", b"".join(self.archive()[::2]))
        done = run("extract", "--format", "json", path, "--url", "http://www.herald.example/2", "--at", "2024-11-20")
        self.assertEqual([json.loads(line)["doc"]["url"] for line in done.stdout.splitlines()], ["http://herald.example/2"])
        self.assertEqual(run("extract", path, "--at", "2024").returncode, 2)
        self.assertEqual(run("extract", path, "--url", "http://herald.example/2", "--at", "noon").returncode, 2)


class OutDir(Extract):
    def names(self, folder="out"):
        return sorted(os.listdir(os.path.join(self.dir, folder)))

    def out(self, *args, **options):
        return run("extract", "--out-dir", "out", *args, cwd=self.dir, **options)

    def test_files_are_named_after_inputs_without_endings(self):
        self.write("a.html.gz", gzip.compress(b"<html><body><article><p>" + STORY.encode() * 3 + b"</p></article></body></html>"))
        self.write("b.c.txt", STORY)
        self.ok(self.out("a.html.gz", "b.c.txt", "story.txt"))
        self.assertEqual(self.names(), ["a.json", "b.c.json", "story.json"])
        self.ok(self.out("--format", "brat", "story.txt"))
        self.assertIn("story.ann", self.names())

    def test_each_file_is_whole(self):
        self.write("b.txt", STORY)
        self.ok(self.out("--format", "csv", "story.txt", "b.txt"))
        for name in self.names():
            with open(os.path.join(self.dir, "out", name), encoding="utf-8", newline="") as f:
                self.assertTrue(f.read().startswith("doc_id,"))
        self.ok(self.out("--format", "json", "story.txt"))
        with open(os.path.join(self.dir, "out", "story.json"), encoding="utf-8") as f:
            self.assertEqual(f.read(), self.ok(run("extract", "story.txt", cwd=self.dir)))

    def test_json_lines_are_named_after_ids(self):
        ids = ["one", "../../etc/x", "one", "a b:c", ".hidden", "ONE"]
        self.write("l.jsonl", "".join(json.dumps({"id": i, "text": STORY}) + "\n" for i in ids))
        self.assertEqual(self.out("l.jsonl").returncode, 0)
        self.assertEqual(self.names(), sorted(["one.json", "_._.._etc_x.json", "one-2.json", "a b_c.json", "_hidden.json", "ONE-3.json"]))

    def test_same_names_do_not_overwrite_each_other(self):
        self.write("x/n.txt", STORY)
        self.write("y/n.txt", "Nothing was said.\n")
        done = self.out("x/n.txt", "y/n.txt")
        self.assertEqual((done.returncode, self.names()), (0, ["n-2.json", "n.json"]))
        self.assertIn(b"y/n.txt: written to out/n-2.json", done.stderr)

    def test_an_input_is_never_overwritten(self):
        done = run("extract", "--format", "text", "--out-dir", ".", "story.txt", cwd=self.dir)
        self.assertEqual(done.returncode, 2)
        with open(self.story, encoding="utf-8") as f:
            self.assertEqual(f.read(), STORY)

    def test_nothing_is_left_of_temporary_files(self):
        self.ok(self.out("story.txt"))
        self.assertEqual(self.names(), ["story.json"])

    def test_a_directory_that_cannot_be_made(self):
        done = run("extract", "--out-dir", self.story, self.story)
        self.assertEqual((done.returncode, done.stdout), (2, b""))
        self.assertIn(self.story.encode(), done.stderr)


class Ends(Extract):
    def test_a_closed_pipe_is_no_error(self):
        process = subprocess.Popen([SAYSO, "extract", self.many()], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        process.stdout.read(10)
        process.stdout.close()
        self.assertEqual((process.wait(timeout=60), process.stderr.read()), (0, b""))
        process.stderr.close()

    def test_a_closed_pipe_ends_the_wait_for_a_slow_input(self):
        process = subprocess.Popen([SAYSO, "extract", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        process.stdout.close()
        line = json.dumps({"id": "1", "text": STORY}).encode() + b"\n"
        try:
            process.stdin.write(line * 2000)
            process.stdin.flush()
        except BrokenPipeError:
            pass
        self.assertEqual((process.wait(timeout=60), process.stderr.read()), (0, b""))
        process.stderr.close()
        try:
            process.stdin.close()
        except BrokenPipeError:
            pass

    @unittest.skipUnless(os.path.exists("/dev/full"), "needs /dev/full")
    def test_a_full_disk_is_an_error(self):
        with open("/dev/full", "wb") as full:
            done = subprocess.run([SAYSO, "extract", self.story], stdout=full, stderr=subprocess.PIPE, timeout=60)
        self.assertEqual((done.returncode, done.stderr), (2, b"sayso: standard output: No space left on device\n"))


class Terminal(Extract):
    def test_text_with_colors_is_the_default(self):
        shown, status = on_terminal("extract", self.story)
        self.assertEqual(status, 0)
        self.assertIn("\x1b[1m", shown)
        self.assertIn("Ilse Torvald", shown)
        plain = re.sub(r"\x1b\[[0-9]*m", "", shown)
        self.assertLessEqual(max(map(len, plain.splitlines())), 80)

    def test_no_color_is_honoured(self):
        shown, status = on_terminal("extract", self.story, env={"NO_COLOR": "1"})
        self.assertEqual((status, "\x1b" in shown), (0, False))
        self.assertIn("Ilse Torvald", shown)

    def test_no_progress_for_short_work(self):
        self.assertEqual(on_terminal("extract", self.story, stderr_only=True), ("", 0))


class Usage(Extract):
    def fails(self, *args, says):
        done = run(*args)
        self.assertEqual((done.returncode, done.stdout), (2, b""), args)
        for words in says:
            self.assertIn(words, done.stderr.decode())

    def test_bad_values_name_the_allowed_ones(self):
        self.fails("extract", "--format", "xml", self.story, says=["'xml'", "text, json, jsonl, csv, brat, html"])
        self.fails("extract", "--date", "2025-02-30", self.story, says=["'2025-02-30'", "YYYY-MM-DD"])
        self.fails("extract", "--jobs", "0", self.story, says=["'0'", "1 to"])
        self.fails("extract", "--max-bytes", "many", self.story, says=["'many'", "64M"])
        self.fails("extract", "--jobs", says=["--jobs needs a value"])
        self.fails("extract", "--colour", self.story, says=["--colour"])
        self.fails("exract", self.story, says=["'exract'", "extract"])
        self.fails(says=["usage: sayso", "extract"])

    def test_a_missing_model_says_where_it_looked(self):
        path = os.path.join(self.dir, "none.model")
        self.fails("extract", "--model", path, self.story, says=[path])
        self.fails("extract", "--model", "nonesuch", self.story, says=["nonesuch"])

    def test_help_and_version(self):
        self.assertRegex(self.ok(run("--version")), r"^sayso \d+\.\d+\.\d+\n$")
        self.assertIn("extract", self.ok(run("--help")))
        text = self.ok(run("extract", "--help"))
        for words in ("--format", "--out-dir", "--model", "--date", "--outlet", "--jobs", "--max-bytes", "examples:"):
            self.assertIn(words, text)
        self.assertLessEqual(max(map(len, text.splitlines())), 80)


if __name__ == "__main__":
    if b"model" in run("extract", stdin=b"Nothing.").stderr:
        sys.exit(77)
    unittest.main()
