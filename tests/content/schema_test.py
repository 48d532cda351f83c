#!/usr/bin/env python3
"""Holds the JSON Schemas against the shipped files and against the broken ones.

Every shipped file is valid. Each broken file has beside it a text whose first line says whether a schema "refuses" it or
"cannot know"; both must be true. Called with the repository's folder.
"""
import json
import pathlib
import sys

import jsonschema


def load(path):
    def no_constant(name):
        raise ValueError(name + " is not JSON")

    return json.loads(path.read_text(encoding="utf-8"), parse_constant=no_constant)


def undescribed(schema, place=""):
    """Properties that an editor could not explain."""
    if isinstance(schema, list):
        for at, item in enumerate(schema):
            yield from undescribed(item, f"{place}/{at}")
    if not isinstance(schema, dict):
        return
    if schema.get("type") == "object":
        for key, value in schema.get("properties", {}).items():
            if "description" not in value:
                yield f"{place}/{key}"
    for key, value in schema.items():
        yield from undescribed(value, f"{place}/{key}")


def main(repository):
    schemas, wrong = {}, []
    for path in sorted((repository / "content/schema").glob("*.schema.json")):
        schema = load(path)
        # Published as draft-07, which editors complete fully, and written in what it shares with 2020-12.
        jsonschema.Draft7Validator.check_schema(schema)
        jsonschema.Draft202012Validator.check_schema(schema)
        schemas[path.name.removesuffix(".schema.json")] = jsonschema.Draft7Validator(schema)
        if not path.name.startswith("convening"):  # which programs write, and people only read
            wrong += [f"{path}: {place} has no description" for place in undescribed(schema)]

    shipped = {
        "canvas": "content/**/canvases/*.json",
        "activity": "content/**/activities/*.json",
        "pack": "content/template/pack.json",
        "phrases": "content/**/phrases.json",
        "programme": "content/programmes/*.json",
        "palette": "assets/palettes/*.json",
        "strings": "assets/strings/*.json",
        "keyboard": "assets/keyboards/*.json",
    }
    for kind, pattern in shipped.items():
        files = sorted(repository.glob(pattern))
        if not files:
            wrong.append(f"no file matches {pattern}")
        for path in files:
            for error in schemas[kind].iter_errors(load(path)):
                wrong.append(f"{path}: {error.json_path}: {error.message[:200]}")

    broken = sorted((repository / "tests/content/broken").glob("*.json"))
    if not broken:
        wrong.append("no broken files")
    for path in broken:
        kind = path.name.split("-")[0].replace("pack", "activity")
        says = path.with_suffix(".txt").read_text(encoding="utf-8").splitlines()[0]
        try:
            refuses = not schemas[kind].is_valid(load(path))
        except ValueError:
            refuses = True
        if says != ("schema refuses" if refuses else "schema cannot know"):
            wrong.append(f"{path}: the schema {'refuses' if refuses else 'accepts'} it, but its text says {says!r}")

    print("\n".join(wrong) or "every schema agrees")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1])))
