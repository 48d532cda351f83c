#!/usr/bin/env python3
"""The loader and the schemas agree: a thousand mutated files, one verdict.

Shipped files and those of the template are changed at random (keys taken out, misspelt, doubled in a list; values of another kind,
too large, too long). Each is judged by python3-jsonschema, as draft-07 and as 2020-12, and by `greenline check`. What only the loader
can know (whether names refer to something, whether a shape can be) is left out of its verdict; the rest must be the same.
Called with the repository's folder and the program.
"""
import copy
import json
import pathlib
import random
import subprocess
import sys
import tempfile

import jsonschema

COUNT = 1000
# What a schema can know.
KNOWN_TO_A_SCHEMA = {"GL-P020", "GL-P021", "GL-P022", "GL-P023", "GL-P024", "GL-P025", "GL-P026", "GL-P027", "GL-P029", "GL-P030",
                     "GL-P033", "GL-P034", "GL-P036", "GL-P040", "GL-P043", "GL-P044", "GL-P049", "GL-P056", "GL-P074", "a time of day"}
# Of all kinds; none that tells bytes from characters, which a schema counts.
SAMPLES = [None, True, False, 0, 1, -1, 0.5, 9, 1e6, "", " ", "x", "en", "name", "Upper Case", "a" * 70, "a" * 150, [], {}, [1], ["en"],
           {"en": "words"}, {"not a tag!": "x"}, [[0, 0], [1, 1]], {"centre": [0, 0], "radius": 0.2}]


def places(value, path=()):
    yield path
    if isinstance(value, dict):
        for key in value:
            yield from places(value[key], path + (key,))
    elif isinstance(value, list):
        for at in range(len(value)):
            yield from places(value[at], path + (at,))


def mutate(value, chance):
    path = chance.choice([place for place in places(value) if place])
    parent = value
    for step in path[:-1]:
        parent = parent[step]
    last = path[-1]
    kind = chance.randrange(6)
    if kind == 0:
        del parent[last]
    elif kind == 1 and isinstance(parent, dict):
        parent[str(last)[:-1] + "z"] = parent.pop(last)
    elif kind == 2 and isinstance(parent, list):
        parent.insert(last, copy.deepcopy(parent[last]))
    elif kind == 3 and isinstance(parent[last], dict):
        parent[last]["more"] = chance.choice(SAMPLES)
    elif kind == 4 and isinstance(parent[last], (int, float)) and not isinstance(parent[last], bool):
        parent[last] = chance.choice([-parent[last], parent[last] * 1000, parent[last] + 0.25, 0])
    else:
        parent[last] = copy.deepcopy(chance.choice(SAMPLES))
    return value


def main(repository, program):
    seeds = []
    for kind, pattern in {"activity": "content/**/activities/*.json", "canvas": "content/**/canvases/*.json",
                          "phrases": "content/template/phrases.json", "pack": "content/template/pack.json",
                          "programme": "content/programmes/*.json", "palette": "assets/palettes/*.json"}.items():
        files = sorted(repository.glob(pattern))
        assert files, pattern
        seeds.append((kind, [json.loads(path.read_text(encoding="utf-8")) for path in files]))
    validators = {}
    for kind, _ in seeds:
        schema = json.loads((repository / f"content/schema/{kind}.schema.json").read_text(encoding="utf-8"))
        validators[kind] = (jsonschema.Draft7Validator(schema), jsonschema.Draft202012Validator(schema))

    chance = random.Random(20261129)
    wrong, refused = [], 0
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        made = {}
        for number in range(COUNT):
            kind, values = seeds[number % len(seeds)]
            value = copy.deepcopy(chance.choice(values))
            for _ in range(chance.choice([1, 1, 1, 2, 3])):
                value = mutate(value, chance)
            # A pack's manifest is judged in its own folder.
            path = folder / f"{number}/pack.json" if kind == "pack" else folder / f"{number}.json"
            path.parent.mkdir(exist_ok=True)
            path.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")
            made[str(path)] = (kind, value)
        answer = subprocess.run([program, "check", "--format", "json", str(folder)], stdout=subprocess.PIPE, check=False)
        found = {}
        for one in json.loads(answer.stdout):
            # Of a day's times a schema knows how each is written, and not whether they fit together.
            written = one["code"] == "GL-P078" and one["expected"].startswith("a time of day")
            found.setdefault(one["file"], set()).add("a time of day" if written else one["code"])
            for path in one["used_by"]:
                assert path in made, path
        for path, (kind, value) in made.items():
            verdicts = {validator.is_valid(value) for validator in validators[kind]}
            codes = found.get(path, set())
            loader = not codes & KNOWN_TO_A_SCHEMA
            refused += not loader
            if len(verdicts) != 1:
                wrong.append(f"{path}: draft-07 and 2020-12 differ")
            elif verdicts != {loader}:
                errors = [f"{e.json_path}: {e.message[:90]}" for e in validators[kind][1].iter_errors(value)]
                wrong.append(f"{kind}: the loader says {sorted(codes)}, the schema {errors[:3]}")
    print("\n".join(wrong) or f"{COUNT} files, one verdict each; {refused} refused")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1]), sys.argv[2]))
