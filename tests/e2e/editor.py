#!/usr/bin/env python3
# editor.py - the schema in editors: keys completed as YAML, mistakes in words
#
# The parts that editors go by are looked up in the schema, and python3-jsonschema finds the
# planted mistakes, whose messages are those of the schema at the place. Where npm is at hand,
# it also brings ajv, in whose strict mode the schema must be valid, and the YAML language
# server, which is driven over its protocol as an editor does.
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys

import jsonschema

import agreement

BUILD, TMP = (pathlib.Path(os.environ[name]) for name in ("BUILD", "TMPDIR"))
NODE = BUILD / "node"
PACKAGES = ["yaml-language-server@1.25.0", "ajv@8.20.0"]
SCHEMA = subprocess.run([os.environ["CES"], "schema"], check=True,
                        capture_output=True, text=True).stdout
STRICT = """
const Ajv = require("ajv");
const ajv = new Ajv({strict: true, allowUnionTypes: true});
ajv.addVocabulary(["patternErrorMessage", "errorMessage", "doNotSuggest",
                   "markdownEnumDescriptions"]);
ajv.compile(JSON.parse(require("fs").readFileSync(0)));
"""
# the letters typed, the label chosen, the text then there
COMPLETED = [
    ("plan:\n  or", "organization", "organization: "),
    ("plan:\n  per", "period", "period:\n  start: $1\n  end: $2"),
    ("plan:\n  act", "active_customers", "active_customers: "),
    ("ch", "channels", "channels:\n  "),
    ("wa", "waivers", "waivers:\n  - $1\n"),
    ("channels:\n  a:\n    cost", "cost_per_contact", "cost_per_contact: "),
    ("channels:\n  a:\n    assi", "assisted", "assisted: "),
    ("measures:\n  a:\n    base", "baseline",
     "baseline:\n  value: $1\n  date: $2"),
    ("segments:\n  a:\n    char", "characteristics", "characteristics:\n  - "),
    ("questions:\n  al", "aligned", "aligned:\n  answer: "),
    ("settings:\n  cov", "coverage", "coverage: "),
]
DESCRIBED = [
    ("contact_reasons:\n  a:\n    disposition: ", "leverage", "Make more of it"),
    ("service_tiers:\n  a:\n    basis: ", "earned", "earned better service"),
    ("measures:\n  a:\n    standard: ", "csat", "Customer satisfaction"),
]
# a line of a plan with a mistake, and what is said of it
PLANTED = [
    ("plan: {currency: EURO}", "not a currency code, like GBP"),
    ("plan: {as_of: 31/12/2026}", "not a date, like 2026-06-30"),
    ("plan: {status: reviewed}",
     "not one of draft, in_review, approved or retired"),
    ("plan: {language: english}", "not a language code, like en or pt-BR"),
    ("plan: {active_customers: many}", "not a whole number, like 98000"),
    ("plan: {title: }", "a value is missing"),
    ("plan: {product_lines: furniture}",
     "not a list of texts, like [first, second]"),
    ("people: {a: none}", "not a group of keys, like {name: in your own words, "
     "role: in your own words}"),
    ("people: none", "not entries, each under an id of its own"),
    ("contact_reasons: {a: {handle_time: 60 seconds}}",
     "not a length of time, like 30s, 5min, 8h, 2d or 8bd (business days)"),
    ("contact_reasons: {a: {demand: avoidable}}", "not one of value or failure"),
    ("channels: {a b: {name: A}}",
     "not an id; use letters, digits, '-' and '_'"),
    ("channels: {a: {assisted: sure}}", "not true or false"),
    ("measures: {a: {standard: first_contact}}",
     "not the word of a standard measure, like csat"),
    ("measures: {a: {target: {value: good}}}",
     "not a value in the measure's unit, like 84, 84% or 26h"),
    ("segments: {a: {share: half}}",
     "not a percent, written 12 or 12.5 or 12%"),
    ("ces: 2", "not the format's version, 1"),
    ("plan: {timezone: Berlin}", "not a time zone, like Europe/London"),
    ("plan: {period: 2026}",
     "not a group of keys, like {start: 2026-06-30, end: 2027-03-31}"),
    ("actions: [{title: A}]", "not entries, each under an id of its own"),
    ("contact_reasons: {a: {volume: 12000}}",
     "not a whole number for each id, like {phone: 44000, chat: 32000}"),
    ("contact_reasons: {a: {value_to_customer: 7}}",
     "Value is above the maximum of 5."),
    ("contact_reasons: {a: {target_change: 12 %}}",
     "not a change in percent, like -30% or 15%"),
    ("channels: {a: {cost_per_contact: €5}}",
     "not an amount of money, like 5.20"),
    ("channels: {a: {contacts_per_year: -1}}",
     "Value is below the minimum of 0."),
    ('hours: {a: {weekly: "Mon-Fri 9am-5pm"}}',
     'not opening hours, like "Mo-Fr 08:00-20:00; Sa 09:00-18:00"'),
    ('hours: {a: {exceptions: [{hours: "10-14"}]}}',
     'not closed, or hours like "10:00-16:00"'),
    ("measures: {a: {actuals: {2026-04: 80}}}", "not a list of entries"),
    ("contact_map: {a: {issues: [lost]}}",
     "not a group of keys, like {kind: blind_spot, note: in your own words}"),
    ("demand: {month_index: [1, 1.2]}",
     "not a number for each month, like {1: 1.2, 2: 0.9}"),
    ("demand: {month_index: {1: -0.2}}", "Value is below the minimum of 0."),
    ("settings: {coverage: 150}", "Value is above the maximum of 100."),
    ("actions: {a: {ownerunit: b}}", "Property ownerunit is not allowed."),
    ("plan: {title: A}", 'Missing property "organization".'),
]

# below these, properties are what a condition looks at
CONDITIONS = {"allOf", "if", "then", "else"}


def nodes(at, path=()):
    """Each object of the schema, and the names that lead there."""
    if isinstance(at, dict):
        yield path, at
        for name, value in at.items():
            yield from nodes(value, path + (name,))
    elif isinstance(at, list):
        for i, value in enumerate(at):
            yield from nodes(value, path + (i,))


def check_properties():
    """What is amiss with the schema as it stands."""
    schema = json.loads(SCHEMA)
    definitions = schema["definitions"]
    if not schema.get("$id"):
        yield "the schema has no $id"
    for path, node in nodes(schema):
        named = len(path) > 1 and path[-2] == "properties"
        target = definitions.get(node.get("$ref", "").rpartition("/")[2], {})
        if named and not set(node) & {"type", "enum"}:
            yield f"{path}: no type"
        if named and not set(path) & CONDITIONS and \
                not node.get("description"):
            yield f"{path}: no description"
        if named and not set(path) & CONDITIONS and \
                len(node.get("enum", ())) != \
                len(node.get("markdownEnumDescriptions", ())):
            yield f"{path}: words without their meanings"
        if named and "$ref" in node and not target.get("doNotSuggest") and \
                node.get("type") != target.get("type"):
            yield f"{path}: not the type of {node['$ref']}"
        if "pattern" in node and not node.get("patternErrorMessage"):
            yield f"{path}: a pattern without a message"
        if len(node.get("enum", ())) > 1 and path[-2:] == ("anyOf", 0) and \
                path[-3].startswith(("word.", "name.")) and \
                len(node.get("markdownEnumDescriptions", ())) != \
                len(node["enum"]):
            yield f"{path}: words without their meanings"


def said(error):
    """What an editor says of the error, and of those that led to it."""
    words = {"additionalProperties": "Property {} is not allowed.",
             "required": 'Missing property "{}".',
             "minimum": "Value is below the minimum of {}.",
             "maximum": "Value is above the maximum of {}."}
    text = error.schema.get("patternErrorMessage"
                            if error.validator == "pattern"
                            else "errorMessage", "")
    if error.validator in words:
        named = re.findall("'(.*?)'", error.message)
        text = words[error.validator].format(
            named[0] if named else error.validator_value)
    yield text
    for inner in error.context:
        yield from said(inner)


def check_planted():
    """(what is planted, what is wrong with the messages about it)"""
    schema = jsonschema.Draft7Validator(agreement.load_schema())
    for plan, message in PLANTED:
        got = {text for error in schema.iter_errors(
            agreement.typed(agreement.read(plan))) for text in said(error)}
        yield f"{plan}, by jsonschema", "" if message in got else repr(got)


class Server:
    """The language server, and what an editor asks of it."""

    def __init__(self):
        program = NODE / "node_modules/yaml-language-server/bin"
        # it lives as long as the test
        self.process = subprocess.Popen(  # pylint: disable=consider-using-with
            ["node", program / "yaml-language-server", "--stdio"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL)
        self.number, self.found = 0, {}
        (TMP / "ces.schema.json").write_text(SCHEMA, encoding="utf-8")
        item = {"snippetSupport": True, "documentationFormat": ["markdown"]}
        self.ask("initialize", {
            "processId": None, "rootUri": TMP.as_uri(), "capabilities": {
                "textDocument": {"completion": {"completionItem": item}},
                "workspace": {"configuration": True}}})
        self.send({"method": "initialized", "params": {}})

    def send(self, message):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) +
                                 body)
        self.process.stdin.flush()

    def read(self):
        length = 0
        while line := self.process.stdout.readline().strip():
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        if not length:
            raise EOFError("the language server has ended")
        message = json.loads(self.process.stdout.read(length))
        if message.get("method") == "workspace/configuration":
            settings = {"validate": True, "completion": True,
                        "schemaStore": {"enable": False}}
            self.send({"id": message["id"], "result": [
                settings if item.get("section") == "yaml" else {}
                for item in message["params"]["items"]]})
        elif "method" in message and "id" in message:
            self.send({"id": message["id"], "result": None})
        elif message.get("method") == "textDocument/publishDiagnostics":
            self.found[message["params"]["uri"]] = \
                message["params"]["diagnostics"]
        return message

    def ask(self, method, params):
        self.number += 1
        self.send({"id": self.number, "method": method, "params": params})
        while True:
            message = self.read()
            if message.get("id") == self.number and "method" not in message:
                return message["result"]

    def open(self, text):
        self.number += 1
        uri = (TMP / f"{self.number}.yaml").as_uri()
        self.send({"method": "textDocument/didOpen", "params": {
            "textDocument": {"uri": uri, "languageId": "yaml", "version": 1,
                             "text": text}}})
        return uri

    def complete(self, typed):
        text = "# yaml-language-server: $schema=ces.schema.json\n" + typed
        lines = text.split("\n")
        answer = self.ask("textDocument/completion", {
            "textDocument": {"uri": self.open(text)},
            "position": {"line": len(lines) - 1, "character": len(lines[-1])}})
        return {item["label"]: item for item in reversed(answer["items"])}

    def messages(self, plan):
        uri = self.open("# yaml-language-server: $schema=ces.schema.json\n" +
                        plan + "\n")
        while uri not in self.found:
            self.read()
        return [found["message"] for found in self.found[uri]]


def install():
    """False where there is no npm, or it brings nothing."""
    if (NODE / "done").exists():
        return True
    if not shutil.which("npm") or not shutil.which("node"):
        return False
    NODE.mkdir(exist_ok=True)
    try:
        subprocess.run(["npm", "install", "--prefix", NODE, "--no-audit",
                        "--no-fund", "--ignore-scripts", *PACKAGES],
                       check=True, timeout=300, capture_output=True)
    except (subprocess.SubprocessError, OSError):
        return False
    (NODE / "done").touch()
    return True


def drive():
    """(what is tested, what is wrong with it)"""
    done = subprocess.run(["node", "-e", STRICT], cwd=NODE, input=SCHEMA,
                          capture_output=True, text=True, check=False)
    yield "valid in ajv's strict mode", done.stderr[:600]
    server = Server()
    for typed, label, text in COMPLETED:
        item = server.complete(typed).get(label, {})
        got = item.get("textEdit", {}).get("newText", item.get("insertText"))
        yield f"{label} is completed", "" if got == text else repr(got)
    for typed, label, text in DESCRIBED:
        got = str(server.complete(typed).get(label, {}).get("documentation"))
        yield f"{label} is described", "" if text in got else got
    for plan, message in PLANTED:
        got = server.messages(plan)
        yield f"{plan}", "" if message in got else repr(got)
    server.process.kill()


def main():
    results = [("types, messages and meanings",
                "\n".join(check_properties())), *check_planted()]
    if install():
        results += drive()
    else:
        print("# npm brings no language server here: only the schema is tested")
    for number, (name, problem) in enumerate(results, 1):
        print(f"{'not ok' if problem else 'ok'} {number} - {name}")
        for line in problem.splitlines():
            print(f"#   {line}")
    sys.exit(any(problem for _, problem in results))


main()
