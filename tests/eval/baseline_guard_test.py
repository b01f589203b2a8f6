#!/usr/bin/env python3
"""bench/eval.py with a stand-in for the program: what counts as worse than the baseline, and what is skipped."""
import copy, json, os, stat, subprocess, sys, tempfile, unittest

SCRIPT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "bench", "eval.py")

ROW = {"P": 80.0, "R": 70.0, "F1": 74.7, "gold": 1000, "pred": 900}
POLNEAR = {"all": {k: dict(ROW) for k in ("span.source", "span.cue", "span.content", "found", "whole", "token.joint", "source|found")},
           **{kind: {"found": dict(ROW)} for kind in ("direct", "mixed", "indirect")}}
STORIES = {**{k: {"P": 80.0, "R": 70.0, "F1": 74.7, "n": 40} for k in ("found", "addressee", "via", "channel")},
           **{k: {"share": 50.0, "n": 40} for k in ("boundary", "source", "kind", "parent", "same_person", "false_quotes")},
           "said_at": {"P": 0.0, "R": 0.0, "F1": 0.0, "n": 0}, "lost": []}


class Guard(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.reports = {"dev": copy.deepcopy(POLNEAR), "stories": copy.deepcopy(STORIES), "later-stories": copy.deepcopy(STORIES),
                        "quoted": copy.deepcopy(STORIES)}
        os.makedirs(self.at("shared/data/polnear/dev"))
        with open(self.at("sayso"), "w") as f:
            f.write(f'#!/bin/sh\ncat "{self.folder.name}/$(basename "$2").json"\n')
        os.chmod(self.at("sayso"), stat.S_IRWXU)

    def at(self, name):
        return os.path.join(self.folder.name, name)

    def run_eval(self, *more, **environment):
        for name, report in self.reports.items():
            with open(self.at(name + ".json"), "w") as f:
                json.dump(report, f)
        command = [sys.executable, SCRIPT, "--sayso", self.at("sayso"), "--shared", self.at("shared"),
                   "--model", "fast", "--baseline", self.at("baseline.json"), *more]
        clean = {k: v for k, v in os.environ.items() if k != "SAYSO_REQUIRE_SHARED"}
        return subprocess.run(command, capture_output=True, text=True, env={**clean, **environment})

    def test_without_a_baseline_it_only_shows(self):
        done = self.run_eval()
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("no baseline for fast", done.stdout)
        self.assertLessEqual(max(map(len, done.stdout.splitlines())), 80)

    def test_the_same_figures_pass(self):
        self.run_eval("--update")
        done = self.run_eval()
        self.assertEqual(done.returncode, 0, done.stdout)
        self.assertNotIn("!", done.stdout)

    def test_a_drop_within_the_tolerance_passes_and_beyond_it_fails(self):
        self.run_eval("--update")
        self.reports["dev"]["all"]["span.cue"]["F1"] -= 0.5
        self.assertEqual(self.run_eval().returncode, 0)
        self.reports["dev"]["all"]["span.cue"]["F1"] -= 0.1
        done = self.run_eval()
        self.assertEqual(done.returncode, 1)
        self.assertIn("span cue, F1: 74.1, baseline 74.7, tolerance 0.5", done.stdout)

    def test_in_a_small_set_one_item_is_tolerated(self):
        self.run_eval("--update")
        self.reports["stories"]["source"]["share"] -= 2.5  # one of 40
        self.assertEqual(self.run_eval().returncode, 0)
        self.reports["stories"]["source"]["share"] -= 2.5
        self.assertEqual(self.run_eval().returncode, 1)

    def test_better_passes_whichever_way_is_better(self):
        self.run_eval("--update")
        self.reports["stories"]["false_quotes"]["share"] = 0.0
        self.reports["stories"]["source"]["share"] = 90.0
        self.assertEqual(self.run_eval().returncode, 0)
        self.reports["stories"]["false_quotes"]["share"] = 60.0
        self.assertEqual(self.run_eval().returncode, 1)

    def test_a_lost_story_always_fails(self):
        self.run_eval("--update")
        self.reports["quoted"]["lost"] = ["mill"]
        self.assertEqual(self.run_eval().returncode, 1)

    def test_an_update_keeps_tolerances_and_other_models(self):
        self.run_eval("--update")
        with open(self.at("baseline.json")) as f:
            baseline = json.load(f)
        baseline["fast"]["polnear/dev"]["found, F1"]["tolerance"] = 3.0
        baseline["other"] = {"stories": {}}
        with open(self.at("baseline.json"), "w") as f:
            json.dump(baseline, f)
        self.reports["dev"]["all"]["found"]["F1"] = 60.0
        self.run_eval("--update")
        with open(self.at("baseline.json")) as f:
            self.assertEqual(sum("tolerance" in line for line in f), 10 + 4 * 11)  # one line a figure
        with open(self.at("baseline.json")) as f:
            baseline = json.load(f)
        self.assertEqual(baseline["fast"]["polnear/dev"]["found, F1"], {"value": 60.0, "tolerance": 3.0})
        self.assertIn("other", baseline)
        self.assertNotIn("said_at, F1", baseline["fast"]["stories"])  # nothing to find, no figure

    def test_absent_data_is_skipped_unless_required(self):
        os.rename(self.at("shared"), self.at("elsewhere"))
        done = self.run_eval()
        self.assertEqual(done.returncode, 0)
        self.assertIn("skipped", done.stdout)
        self.assertEqual(self.run_eval(SAYSO_REQUIRE_SHARED="1").returncode, 1)

    def test_a_failing_program_is_no_zero(self):
        with open(self.at("sayso"), "w") as f:
            f.write("#!/bin/sh\necho 'sayso: fast: no such model' >&2\nexit 2\n")
        done = self.run_eval()
        self.assertEqual(done.returncode, 1)
        self.assertIn("no such model", done.stderr)


if __name__ == "__main__":
    unittest.main()
