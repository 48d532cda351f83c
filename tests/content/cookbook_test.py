#!/usr/bin/env python3
"""Holds docs/canvas-cookbook.md to what it promises: each example can be copied as it stands, and every shape has one.

Every example, put into a pack, passes `greenline check` without a word about its shapes; every shape of the schema has an example with a picture
that lies in docs/pictures and is small. Called with the repository's folder and the program.
"""
import importlib.util
import json
import pathlib
import subprocess
import sys
import tempfile


def cookbook(repository):
    spec = importlib.util.spec_from_file_location("cookbook", repository / "scripts/cookbook.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def problems(greenline, pack):
    ran = subprocess.run([greenline, "check", str(pack)], capture_output=True, text=True)
    return ran.returncode, ran.stdout + ran.stderr


def main(repository, greenline):
    book, wrong, shown, pictures = cookbook(repository), [], set(), set()
    for heading, placed, picture in book.examples(book.PAGE.read_text(encoding="utf-8")):
        with tempfile.TemporaryDirectory() as folder:
            book.write_pack(pathlib.Path(folder), heading, placed)
            code, words = problems(greenline, folder)
            if code != 0:
                wrong.append(f"{heading}: check says\n{words}")
        if picture:
            path = book.PAGE.parent / "pictures" / picture
            pictures.add(picture)
            shown |= {key for one in placed for key in one}
            if not path.is_file():
                wrong.append(f"{heading}: no {path}; scripts/cookbook.py draws it")
            elif path.stat().st_size > book.MOST_BYTES:
                wrong.append(f"{path} is larger than {book.MOST_BYTES} bytes")

    schema = json.loads((repository / "content/schema/canvas.schema.json").read_text(encoding="utf-8"))
    shapes = {one["required"][0] for one in schema["definitions"]["placed_region"]["oneOf"]}
    wrong += [f"no example with a picture shows {shape}" for shape in sorted(shapes - shown)]
    left = {path.name for path in (repository / "docs/pictures").glob("cookbook-*.png")} - pictures
    wrong += [f"docs/pictures/{name} belongs to no example" for name in sorted(left)]

    # What is not sound is found: the same way of asking, with a polygon of two corners.
    with tempfile.TemporaryDirectory() as folder:
        book.write_pack(pathlib.Path(folder), "Broken", [{"region": "a", "polygon": {"corners": [[0, 0], [0.3, 0]]}}])
        if problems(greenline, folder)[0] == 0:
            wrong.append("a polygon of two corners passes")

    print("\n".join(wrong) if wrong else f"{len(shapes)} shapes, {len(pictures)} pictures")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1]), sys.argv[2]))
