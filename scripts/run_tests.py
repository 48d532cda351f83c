#!/usr/bin/env python3
"""Runs ctest for people: a line a test, and of what failed only the failing case's words, last, with the command that runs it alone.

usage: run_tests.py PRESET [what ctest takes] [+ PRESET [what ctest takes]]...
Several presets run at once: the first with what it gets, each further one takes only what those before it leave of the processors.
exit code: ctest's, of the first that failed
"""
import json
import re
import shlex
import subprocess
import sys
import threading


def commands(preset):
    listed = subprocess.run(["ctest", "--preset", preset, "--show-only=json-v1"], capture_output=True, text=True, check=True)
    return {test["name"]: test.get("command", []) for test in json.loads(listed.stdout)["tests"]}


def failing_cases(words):
    """Each failing case of a GoogleTest program: its name and what it said. A case that never ended is the one that crashed."""
    found, name, said = [], None, []
    for line in words:
        begun = re.match(r"\[ RUN      \] (\S+)", line)
        if begun:
            name, said = begun.group(1), []
        elif re.match(r"\[  FAILED  \] \S+.*\(\d+ ms\)", line):
            found.append((name, said))
            name = None
        elif re.match(r"\[       OK \]|\[  SKIPPED \]", line):
            name = None
        elif name is not None:
            said.append(line)
    if name is not None:
        found.append((name, said))
    return found


def tell(test, words, command):
    # ctest writes "N: " before each line when it is asked for everything.
    cases = failing_cases(words)
    program = [part for part in command if not part.startswith("--gtest")]
    if not cases:
        print("\n".join(words[-60:]))
        print(f"\nFAILED: {test}\n  alone: {shlex.join(command)}")
    for name, said in cases:
        print("\n".join(said[:80]))
        print(f"\nFAILED: {name}\n  alone: {shlex.join(program)} --gtest_filter={name}")


class Run:
    """One ctest: tells each test as it ends, keeps the rest for the end."""

    def __init__(self, preset, more, niceness):
        self.preset = preset
        self.command = ["nice", "-n", str(niceness), "ctest", "--preset", preset, "--verbose", *more]
        self.said, self.failed, self.summary, self.code = {}, [], [], 1

    def __call__(self):
        ctest = subprocess.Popen(self.command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace")
        for line in ctest.stdout:
            self.read(line.rstrip("\n"))
        self.code = ctest.wait()

    def read(self, line):
        words = re.match(r"(\d+): ?(.*)", line)
        done = re.match(r"\s*\d+/(\d+) Test\s+#(\d+): (.*?) \.+\**\s*(.*?)\s+([\d.]+) sec", line)
        if self.summary or "tests passed" in line:
            self.summary.append(line)
        elif words:
            self.said.setdefault(words.group(1), []).append(words.group(2))
        elif done:
            _, number, name, verdict, seconds = done.groups()
            passed, skipped = verdict == "Passed", verdict == "Skipped"
            print(f"    {'ok' if passed else verdict.strip('*')}  {name}  {float(seconds):.0f} s", flush=True)
            if passed or skipped:
                why = self.said.pop(number, [])[-3:] if skipped else []
                print("\n".join(why), end="\n" if why else "", flush=True)
            else:
                self.failed.append((number, name, verdict))
        elif re.match(r"(No tests were found|CMake Error|Errors)", line):
            print(line)

    def tell_failures(self):
        if self.code == 0:
            return
        by_name = commands(self.preset)
        for number, name, verdict in self.failed:
            tell(name, self.said.get(number, []) + ([f"({verdict.strip('*')})"] if "Failed" not in verdict else []), by_name.get(name, []))


def asked(words):
    runs, part = [], []
    for word in [*words, "+"]:
        if word != "+":
            part.append(word)
        elif part:
            runs.append(Run(part[0], part[1:], 10 * len(runs)))
            part = []
    return runs


def main():
    runs = asked(sys.argv[1:])
    threads = [threading.Thread(target=run) for run in runs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    # What failed stands last, where the eye is; else the first one's summary.
    for run in reversed(runs):
        print("\n".join(line for line in run.summary if line.strip()))
    for run in runs:
        run.tell_failures()
    return next((run.code for run in runs if run.code != 0), 0)


sys.exit(main())
