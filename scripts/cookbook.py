#!/usr/bin/env python3
"""The examples of docs/canvas-cookbook.md as packs, and their pictures.

usage: scripts/cookbook.py [GREENLINE]      draws docs/pictures/cookbook-*.png anew, with build/release/src/greenline or the one named.
Look at them before committing. Needs imagemagick. tests/content/cookbook_test.py checks the same packs.
"""
import json
import pathlib
import re
import subprocess
import sys
import tempfile

REPOSITORY = pathlib.Path(__file__).resolve().parent.parent
PAGE = REPOSITORY / "docs/canvas-cookbook.md"
PICTURE = re.compile(r"!\[[^\]]+\]\(pictures/(cookbook-[a-z-]+\.png)\)")
MOST_BYTES = 60_000
COLOURS = ["identity", "information", "process"]


def examples(page):
    """Of each section that has lines to copy: its heading, the layout's regions, and the name of the picture, where it has one."""
    for section in re.split(r"^## ", page, flags=re.MULTILINE)[1:]:
        heading = section.splitlines()[0]
        blocks = re.findall(r"^```json\n(.*?)^```", section, flags=re.MULTILINE | re.DOTALL)
        if len(blocks) > 1:
            raise ValueError(f"{heading}: more than one example")
        if blocks:
            picture = PICTURE.search(section)
            yield heading, json.loads("{" + blocks[0] + "}")["regions"], picture.group(1) if picture else None


def write_pack(folder, heading, placed):
    """A pack whose only canvas has this layout, and an activity on it that asks one question."""
    names = [one["region"] for one in placed]
    canvas = {
        "greenline": "canvas", "version": 1, "id": "example", "title": {"en": heading},
        "regions": [{"id": name, "label": {"en": name.capitalize()}, "colour": colour} for name, colour in zip(names, COLOURS)],
        "layouts": [{
            "name": "wide", "width": 1.7778, "height": 1,
            "prompt": {"left": -0.859, "bottom": 0.36, "right": 0.859, "top": 0.485, "centred": True},
            "regions": placed,
        }],
    }
    activity = {
        "greenline": "activity", "version": 1, "id": "example", "canvas": "example", "layout": "wide", "languages": ["en"],
        "title": {"en": heading},
        "minutes": 10, "people": {"min": 2, "max": 40},
        "harvest": {"what": {"en": "The cards."}, "how": {"en": "As they are."}, "why": {"en": "To see a shape."}},
        "phases": [{"id": "name", "title": {"en": "Name"}, "prompt": {"en": "What belongs here?"}, "modes": ["wall"], "minutes": 10,
                    "verbs": ["name", "place", "move"]}],
    }
    manifest = {"greenline": "pack", "id": "example", "version": "1.0.0", "needs_greenline": "0.1", "languages": ["en"],
                "title": {"en": heading}, "licence": "CC BY 4.0", "activities": ["example"]}
    files = {"pack.json": manifest, "canvases/example.json": canvas, "activities/example.json": activity}
    for name, value in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(value, indent=1), encoding="utf-8")


def draw(greenline, pack, picture):
    with tempfile.TemporaryDirectory() as work:
        large = pathlib.Path(work) / "large.png"
        subprocess.run([greenline, "render", str(pack), "--pixels-per-mm", "1.58", "--phase", "name", "--cards", "9", "--out", str(large)],
                       check=True, stdout=subprocess.DEVNULL)
        subprocess.run(["convert", str(large), "-resize", "720x720", "-strip", "-dither", "None", "-colors", "128", f"PNG8:{picture}"], check=True)
    if picture.stat().st_size > MOST_BYTES:
        raise ValueError(f"{picture} is larger than {MOST_BYTES} bytes")


def main(greenline):
    for heading, placed, picture in examples(PAGE.read_text(encoding="utf-8")):
        if picture:
            with tempfile.TemporaryDirectory() as folder:
                write_pack(pathlib.Path(folder), heading, placed)
                draw(greenline, folder, PAGE.parent / "pictures" / picture)


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else str(REPOSITORY / "build/release/src/greenline"))
