#!/usr/bin/env python3
# exported.py - JSON that is exported fits the schema that the program prints,
# of every plan of the tests; and the schema lets nothing else through
import json
import os
import pathlib
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import jsonschema

TOP = pathlib.Path(os.environ["TOP"])
CES = os.environ["CES"]
failed = cases = 0


def check(good, title, detail=""):
    global failed, cases
    cases += 1
    failed += not good
    print(f"{'ok' if good else 'not ok'} {cases} - {title}")
    for line in str(detail).splitlines()[:9] if not good else ():
        print(f"#   {line}")


SCHEMA = json.loads(subprocess.run([CES, "schema", "export"], check=True,
                                   capture_output=True).stdout)
jsonschema.Draft7Validator.check_schema(SCHEMA)
VALIDATOR = jsonschema.Draft7Validator(SCHEMA)


def export(plan):
    """What is exported of the plan; None where it can't be read whole."""
    done = subprocess.run([CES, "export", "--as-of", "2026-06-30", "-f",
                           "json", "-o", "-", plan], capture_output=True)
    return json.loads(done.stdout) if done.returncode == 0 else None


def faults(exported):
    return [f"{'/'.join(map(str, error.absolute_path))}: {error.message[:200]}"
            for error in VALIDATOR.iter_errors(exported)]


def places(value, path=()):
    """Every object and list in the value, with its path."""
    if isinstance(value, dict):
        yield path, value
        for key, inner in value.items():
            yield from places(inner, (*path, key))
    elif isinstance(value, list):
        for i, inner in enumerate(value):
            yield from places(inner, (*path, i))


def own(path):
    """Is that within a value of the user's own keys?"""
    return any(str(key).startswith("x-") for key in path)


def named(path):
    """Has the object there ids of items or the like for keys?"""
    found = SCHEMA
    for key in path:
        while "$ref" in found:
            found = SCHEMA["definitions"][found["$ref"].split("/")[-1]]
        if isinstance(key, int):
            found = found["items"]
        else:
            found = found.get("properties", {}).get(
                key, found.get("additionalProperties"))
    while "$ref" in found:
        found = SCHEMA["definitions"][found["$ref"].split("/")[-1]]
    return found.get("additionalProperties") is not False


def main():
    plans = [*sorted(TOP.glob("examples/*.yaml")),
             *sorted(TOP.glob("tests/*.yaml")),
             *sorted(TOP.glob("tests/golden/**/*.yaml"))]
    read = 0
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for plan, exported in zip(plans, pool.map(export, plans)):
            if exported is None:
                continue
            read += 1
            wrong = faults(exported)
            if wrong:
                check(False, f"{plan.relative_to(TOP)} fits",
                      "\n".join(wrong))
    check(read > 300, f"{read} plans are exported, and fit")

    whole = export(TOP / "examples/retail.yaml")
    closed = [place for path, place in places(whole)
              if isinstance(place, dict) and not own(path) and
              "fix" not in path and not named(path)]
    for place in closed[::20]:
        place["unheard_of"] = 1
        check(faults(whole), f"no unknown key in {list(place)[:3]}")
        del place["unheard_of"]
    values = [(place, key) for path, place in places(whole)
              if not own(path) and "fix" not in path
              for key in (place if isinstance(place, dict)
                          else range(len(place)))
              if not isinstance(place[key], (dict, list)) and
              not str(key).startswith("x-")]
    for place, key in values[::150]:
        kept, place[key] = place[key], {"a": 1}
        check(faults(whole), f"no object in the place of {key}: {kept}")
        place[key] = kept
    check(not faults(whole) and len(closed) > 600 and len(values) > 5000,
          f"{len(closed)} objects and {len(values)} values are tried")
    return failed > 0


sys.exit(main())
