#!/usr/bin/env python3
"""sayso check on drafts as people write them: text, Markdown, HTML, .docx; formats, settings, comments, --fix.

usage: check_test.py SAYSO
"""
import io
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest
import zipfile

SAYSO = os.path.abspath(sys.argv.pop(1))

CLEAN = """The mill stays

Ann Cole will not sell the mill, she said on Friday.

“We have had three offers,” Cole said in an interview. “We turned them all down.”
"""
BAD = """The mill stays

“We have had three offers,” Ann Cole smiled on Friday. “We will .. go on.”

Cole said ”the vote stands” in an interview.
"""


class Check(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def write(self, name, content):
        path = pathlib.Path(self.folder.name) / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return path

    def run_check(self, *arguments, stdin=None):
        return subprocess.run([SAYSO, "check", *map(str, arguments)], cwd=self.folder.name, input=stdin, capture_output=True, text=True, timeout=60)

    def findings(self, *arguments):
        done = self.run_check("--format", "json", *arguments)
        self.assertIn(done.returncode, (0, 1), done.stderr)
        return [finding for line in done.stdout.splitlines() for finding in json.loads(line)["findings"]]

    def test_clean_draft(self):
        self.write("clean.txt", CLEAN)
        done = self.run_check("--format", "text", "clean.txt")
        self.assertEqual((done.returncode, done.stdout), (0, ""))
        self.assertTrue(done.stderr.startswith("0 errors, 0 warnings"), done.stderr)

    def test_findings_have_place_words_and_suggestion(self):
        self.write("bad.txt", BAD)
        done = self.run_check("--format", "text", "bad.txt")
        self.assertEqual(done.returncode, 1)
        lines = done.stdout.splitlines()
        self.assertEqual(lines[0], "bad.txt:3:38: warning Q022 “smiled” is no way of speaking")
        self.assertIn("^~~~~~", lines[2])
        self.assertTrue(all(len(line) <= 80 for line in lines), done.stdout)
        found = {(f["rule"], f["line"], f["text"]) for f in self.findings("bad.txt")}
        self.assertEqual(found, {("Q022", 3, "smiled"), ("Q011", 3, ".."), ("Q001", 5, "”")})

    def test_markdown_lines_and_columns_are_those_of_the_file(self):
        self.write("bad.md", "---\ntitle: The mill\n---\n# The mill\n\nAnn **Cole**\nsaid on [Friday](https://example.org/a_b): “We will .. go on.”\n\n```\n“code\n```\n")
        found = self.findings("bad.md")
        self.assertEqual([(f["rule"], f["line"], f["column"], f["text"]) for f in found], [("Q011", 7, 53, "..")])

    def test_html_lines_and_columns_are_those_of_the_file(self):
        page = ("<html><head><title>The mill</title></head>\n<body><article><p>The mill by the river has been for sale since the spring, and the town "
                "has waited to hear what its owner will do with it.</p>\n<p>&ldquo;We will .. go on,&rdquo; Ann Cole said on Friday at the gate, with half of "
                "the town around her and the band playing.</p></article></body></html>\n")
        self.write("bad.html", page)
        found = self.findings("bad.html")
        self.assertEqual([(f["rule"], f["line"], f["column"]) for f in found], [("Q011", 3, page.splitlines()[2].index("..") + 1)])

    def docx(self, *paragraphs):
        body = "".join(f"<w:p><w:r><w:t xml:space=\"preserve\">{p}</w:t></w:r></w:p>" for p in paragraphs)
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
            file.writestr("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>")
            file.writestr("word/document.xml", "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
                          + body + "</w:body></w:document>")
        return out.getvalue()

    def test_docx(self):
        self.write("bad.docx", self.docx("The mill stays", "“We will .. go on,” Ann Cole said on Friday."))
        found = self.findings("bad.docx")
        self.assertEqual([(f["rule"], f["line"], f["column"]) for f in found], [("Q011", 2, 10)])
        done = self.run_check("--format", "text", "bad.docx")
        self.assertTrue(done.stdout.startswith("bad.docx:2:10: warning Q011"), done.stdout)
        self.assertIn("“We will .. go on,”", done.stdout)
        self.write("empty.docx", self.docx("", "The mill stays", "", *["“We will .. go on,” Ann Cole said on Friday."] * 3))
        self.assertEqual([(f["line"], f["column"]) for f in self.findings("empty.docx")], [(4, 10), (5, 10), (6, 10)])
        done = self.run_check("--fix", "bad.docx")
        self.assertEqual(done.returncode, 2)
        self.assertIn("cannot be mended", done.stderr)

    def test_fix_changes_marks_and_stops_and_no_words(self):
        path = self.write("bad.txt", BAD)
        os.chmod(path, 0o640)
        done = self.run_check("--fix", "--format", "text", "bad.txt")
        self.assertEqual(path.read_text(encoding="utf-8"), BAD.replace("..", "...").replace("”the vote", "“the vote"))
        self.assertEqual(os.stat(path).st_mode & 0o777, 0o640)
        self.assertEqual(done.returncode, 1)  # smiled is for the writer
        self.assertIn("2 mended", done.stderr)

    def test_fix_leaves_brackets_addresses_numbers_and_code_alone(self):
        whole = ("“We will [...] go on […] (...) and on,” Ann Cole said on Friday. See http://mill.example/a...b, ../up, C:\\mill\\..\\up, 3..5 and 3...5.\n")
        page = ("<html><body><article><p>The mill by the river has been for sale since the spring, and the town waits. It is in <code>a..b \"x</code> and "
                "<kbd>say &ldquo;y...</kbd> now.</p><p>" + whole.strip() + "</p></article></body></html>\n")
        drafts = {"draft.txt": whole, "draft.html": page, "draft.md": whole + "\nUse `x..` and `x \"y` and `“z` and <code>a..b</code> there.\n\n    code .. \"x\n"}
        for name, text in drafts.items():
            for style in ("none", "ap", "reuters", "uk"):
                path = self.write(name, text)
                done = self.run_check("--fix", "--style", style, "--format", "text", name)
                self.assertEqual(path.read_text(encoding="utf-8"), text, style)
                self.assertEqual((done.returncode, done.stdout), (0, ""))

    def test_fix_leaves_stops_behind_short_forms_to_the_writer(self):
        text = "Ann Cole left the U.S.. She sold ropes, nets etc.. It was 5 p.m.. She sold Cole Inc.. Reyes bought it on Friday.\n"
        path = self.write("draft.txt", text)
        self.assertEqual(len(self.findings("draft.txt")), 4)
        self.run_check("--fix", "draft.txt")
        self.assertEqual(path.read_text(encoding="utf-8"), text)

    def test_marks_of_code_are_none_of_the_text(self):
        self.write("draft.md", "Ann Cole typed `x \"y` on Friday. “We will .. go on with `a..b`,” she said.\n")
        self.assertEqual([(f["rule"], f["column"]) for f in self.findings("draft.md")], [("Q011", 43)])
        self.write("draft.md", "Cole said ”the vote at `a..b` stands” in an interview.\n")
        self.assertEqual([(f["rule"], f["text"]) for f in self.findings("draft.md")], [("Q001", "”")])

    def test_styles_settings_and_flags(self):
        self.write("draft.txt", "The mill\n\nAnn Cole claimed on Friday that the mill would close.\n")
        self.assertEqual(self.findings("draft.txt"), [])
        self.assertEqual([f["rule"] for f in self.findings("--notes", "draft.txt")], ["Q020"])
        self.assertEqual([f["rule"] for f in self.findings("--style", "ap", "draft.txt")], ["Q020"])
        self.write("sayso.toml", "[check]\nstyle = \"reuters\"\n[check.rules]\nQ020 = \"error\"\n")
        self.assertEqual([(f["rule"], f["severity"]) for f in self.findings("draft.txt")], [("Q020", "error")])
        self.assertEqual(self.findings("--rule", "Q020=off", "draft.txt"), [])
        self.write("sayso.toml", "[check]\nstyle = \"times\"\n")
        done = self.run_check("draft.txt")
        self.assertEqual(done.returncode, 2)
        self.assertIn("sayso.toml:2:9: style is none of", done.stderr)

    def test_rules_and_sources_may_be_given_several_times(self):
        self.write("pier.txt", "“The rotten pier has cost us 412 crowns a week since 2019,” Boris Tolland said on Friday.\n")
        self.write("eels.txt", "“The eels belong to the parish and to nobody else,” Ines Karg said on Friday.\n")
        self.write("draft.txt", "“The rotten pier has cost us 421 crowns a week since 2019,” Boris Tolland said on Friday.\n\n"
                                "“The eels belong to the parish and to nobody else,” Ines Karg claimed on Friday.\n")
        for sources in (("pier.txt", "eels.txt"), ("eels.txt", "pier.txt")):
            against = [word for source in sources for word in ("--against", source)]
            self.assertEqual([(f["rule"], f["line"]) for f in self.findings("draft.txt", *against)], [("Q010", 1)])
        severe = self.findings("--rule", "Q020=error", "--rule", "Q060=off", "draft.txt")
        self.assertEqual([(f["rule"], f["severity"]) for f in severe], [("Q020", "error")])

    def test_comments_silence_rules(self):
        self.write("draft.md", "“We will .. go on,” Ann Cole said on Friday.\n\n<!-- sayso: ignore Q011 -->\n“We will .. go on,” Ann Cole said on Friday.\n\n"
                               "“We will .. stop,” Ann Cole said on Friday.\n")
        self.assertEqual([f["line"] for f in self.findings("draft.md")], [1, 6])
        self.write("draft.txt", "<!-- sayso: off -->\n“We will .. go on,” Ann Cole said on Friday.\n<!-- sayso: on -->\n\n“We will .. stop,” Ann Cole said on Friday.\n")
        self.assertEqual([f["line"] for f in self.findings("draft.txt")], [5])

    def test_comments_silence_their_own_paragraph_or_the_next(self):
        bad = "“We will .. go on,” Ann Cole said on Friday."
        ignore = "<!-- sayso: ignore Q011 -->"
        page = "<html><body><article><p>The mill by the river has been for sale since the spring, and the town waits.</p>\n{}</article></body></html>\n"
        for name in ("draft.txt", "draft.md"):
            self.write(name, f"{bad}\n\n{ignore}\n\n{bad}\n\n{bad}\n")
            self.assertEqual([f["line"] for f in self.findings(name)], [1, 7])
            self.write(name, f"{bad} {ignore}\n\n{bad}\n")
            self.assertEqual([f["line"] for f in self.findings(name)], [3])
            self.write(name, f"{bad}\n\n{ignore} {bad}\n\n{bad}\n\n{ignore}\n")
            self.assertEqual([f["line"] for f in self.findings(name)], [1, 5])
        for inside in (f"<p>{bad} {ignore}</p>\n<p>{bad}</p>", f"<p><em>{bad}</em> {ignore}</p>\n<p>{bad}</p>", f"<p>{ignore} {bad}</p>\n<p>{bad}</p>",
                       f"{ignore}\n<p>{bad}</p>\n<p>{bad}</p>"):
            self.write("draft.html", page.format(inside))
            lines = page.format(inside).splitlines()
            self.assertEqual([f["line"] for f in self.findings("draft.html")], [len(lines)], inside)

    def test_sarif(self):
        self.write("bad draft.txt", BAD)
        done = self.run_check("--format", "sarif", "bad draft.txt")
        self.assertEqual(done.returncode, 1)
        log = json.loads(done.stdout)
        self.assertEqual(log["version"], "2.1.0")
        run, = log["runs"]
        self.assertEqual(run["columnKind"], "unicodeCodePoints")
        rules = run["tool"]["driver"]["rules"]
        self.assertEqual(len({r["id"] for r in rules}), len(rules))
        self.assertEqual(len(run["results"]), 3)
        for result in run["results"]:
            self.assertEqual(rules[result["ruleIndex"]]["id"], result["ruleId"])
            place = result["locations"][0]["physicalLocation"]
            self.assertEqual(place["artifactLocation"]["uri"], "bad%20draft.txt")
            region = place["region"]
            self.assertEqual(BAD[region["charOffset"]:region["charOffset"] + region["charLength"]], region["snippet"]["text"])
            line = BAD.splitlines()[region["startLine"] - 1]
            self.assertEqual(line[region["startColumn"] - 1:region["endColumn"] - 1], region["snippet"]["text"])
        fixed = [r for r in run["results"] if "fixes" in r]
        self.assertEqual({r["ruleId"] for r in fixed}, {"Q001", "Q011"})
        replacement = fixed[0]["fixes"][0]["artifactChanges"][0]["replacements"][0]
        self.assertEqual(set(replacement), {"deletedRegion", "insertedContent"})

    def test_rules_are_listed(self):
        done = self.run_check("--rules")
        self.assertEqual(done.returncode, 0)
        document = (pathlib.Path(__file__).resolve().parents[2] / "docs" / "check.md").read_text(encoding="utf-8")
        for number, style in enumerate(("none", "ap", "reuters", "uk")):
            listed = {line.split()[0]: line.split()[1] for line in self.run_check("--rules", "--style", style).stdout.splitlines()}
            rows = [line.split("|") for line in document.splitlines() if line.startswith("| Q")]
            self.assertEqual({row[1].strip(): row[3 + number].strip() for row in rows}, listed)

    def test_words_over_paragraphs_are_shown_on_lines_that_fit(self):
        self.write("source.txt", "“The rotten pier has cost us 412 crowns a week since the flood, Boris Tolland said.\n\n“The rotten pier has cost us 412 crowns a week since the "
                                 "flood.\n\n“The council knows it and the council pays for it every week,” he said.\n")
        self.write("draft.txt", "“The rotten pier has cost us 421 crowns a week since the flood. The council knows it and the council pays for it every week,” Boris Tolland "
                                "said on Friday.\n")
        done = self.run_check("--format", "text", "--against", "source.txt", "draft.txt")
        for line in done.stdout.splitlines():
            self.assertTrue(line.startswith(("draft.txt:", "    ")), done.stdout)
        for finding in self.findings("--against", "source.txt", "draft.txt"):
            self.assertNotIn("\n", finding["message"] + (finding["suggestion"] or ""))

    def test_a_day_is_a_day_where_no_date_tells_which(self):
        self.write("draft.txt", "“The pier is mud and the ropes are rotten,” Ann Cole said on Monday.\n")
        self.assertEqual(self.findings("--style", "reuters", "draft.txt"), [])
        self.assertEqual(self.findings("--style", "reuters", "--date", "2026-03-06", "draft.txt"), [])
        self.write("draft.txt", "“The pier is mud and the ropes are rotten,” Ann Cole said.\n")
        self.assertEqual([f["rule"] for f in self.findings("--style", "reuters", "draft.txt")], ["Q060"])

    def test_what_cannot_be_read(self):
        self.write("picture.png", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)
        self.write("broken.docx", b"PK\x03\x04 nothing")
        self.write("bad.txt", BAD)
        done = self.run_check("--format", "json", "picture.png", "broken.docx", "nowhere.txt", "bad.txt")
        self.assertEqual(done.returncode, 2)
        self.assertEqual([json.loads(line)["path"] for line in done.stdout.splitlines()], ["bad.txt"])
        for path in ("picture.png", "broken.docx", "nowhere.txt"):
            self.assertIn(f"sayso: {path}: ", done.stderr)

    def test_standard_input_and_odd_drafts(self):
        done = self.run_check("--format", "text", "-", stdin=BAD)
        self.assertEqual(done.returncode, 1)
        self.assertTrue(done.stdout.startswith("-:3:38: warning Q022"), done.stdout)
        for text in ("", "\n", "“" * 5000, "said “" * 5000, "… .. " * 5000):
            self.assertIn(self.run_check("--format", "text", "-", stdin=text).returncode, (0, 1, 2))
        self.assertEqual(self.run_check().returncode, 2)


if __name__ == "__main__":
    unittest.main()
