#!/usr/bin/env python3
"""Runs ctest for people: a line a test, and of what failed only the failing case's words, last, with the command that runs it alone.

usage: run_tests.py PRESET [what ctest takes]      exit code: ctest's
"""
import json
import re
import shlex
import subprocess
import sys

preset, more = sys.argv[1], sys.argv[2:]


def commands():
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


def main():
    ctest = subprocess.Popen(["ctest", "--preset", preset, "--verbose", *more], stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                             text=True, errors="replace")
    said, failed, summary, number_of = {}, [], [], {}
    in_summary = False
    for line in ctest.stdout:
        line = line.rstrip("\n")
        words = re.match(r"(\d+): ?(.*)", line)
        done = re.match(r"\s*\d+/(\d+) Test\s+#(\d+): (.*?) \.+\**\s*(.*?)\s+([\d.]+) sec", line)
        if "tests passed" in line:
            in_summary = True
        if in_summary:
            summary.append(line)
        elif words:
            said.setdefault(words.group(1), []).append(words.group(2))
        elif done:
            _, number, name, verdict, seconds = done.groups()
            passed, skipped = verdict == "Passed", verdict == "Skipped"
            print(f"    {'ok' if passed else verdict.strip('*')}  {name}  {float(seconds):.0f} s", flush=True)
            if not passed and not skipped:
                failed.append((number, name, verdict))
                continue
            why = said.pop(number, [])[-3:] if skipped else []
            print("\n".join(why), end="\n" if why else "", flush=True)
        elif re.match(r"(No tests were found|CMake Error|Errors)", line):
            print(line)
    code = ctest.wait()
    if code == 0:
        print("\n".join(summary))
        return 0
    # What failed stands last, where the eye is.
    print("\n".join(line for line in summary if line.strip()))
    by_name = commands()
    for number, name, verdict in failed:
        tell(name, said.get(number, []) + ([f"({verdict.strip('*')})"] if "Failed" not in verdict else []), by_name.get(name, []))
    return code


sys.exit(main())
