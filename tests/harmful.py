# harmful.py - for tests: a plan with harmful texts wherever the model takes one
#
# The walk goes down the schema, so that a new key is met without a change here.
# What the plan lacks is added: each text has a place.
import json
import re

import plans

MARKS = [
    "<script>alert(1)</script>", "\"onmouseover=\"alert(1)\" x=\"",
    "'onfocus='alert(1)", "]]><![CDATA[", "</style>", "</title></td></table>",
    "--><img src=x onerror=alert(1)><!--", "<svg/onload=alert(1)>",
    "\u202edcba\u2066", "javascript:alert(1)", "&amp;&#60;&lt", "=1+1",
    "[a](javascript:alert(1))", "![b](c)", "<https://e.example>",
    "https://f.example/?g=1&h=2", "www.i.example", "j@k.example", "*l* _m_",
    "~~n~~ ~o~", "`p`", "``` q", "$r$", "|s\\|t\\", "[^1]", ":smile:"]
# what means something to Markdown at the beginning of a line
STARTS = ["# ", "- ", "- [x] ", "+ ", "* ", "1. ", "2) ", "> ", "--- ", "=== ",
          "    ", "\t", "```", "~~~", "<!-- ", "<div>", "[a]: b ", "| ", "@", "-"]
LONG = "W" * 10000
OWN = "x-<i>&\"*a*"


def kinds():
    """{(definition, key): kind of its row in model.def}."""
    found, name = {}, ""
    for kind, word in re.findall(r"^\t?([A-Z]+)\(([a-z_]+),", (
            plans.TOP / "include/ces/model.def").read_text(), re.M):
        if kind == "ENTITY":
            name = "entity." + word
        else:
            found[name, word] = kind
    return found


class Walk:
    """Puts in every text of a plan what make(number) says; or once for each
    key of the model, as long texts would be very many."""

    def __init__(self, make, named=False, once=False):
        schema = json.loads(plans.ces(["schema"]).stdout)
        self.types = schema["definitions"]
        self.kinds = kinds()
        self.make, self.named, self.once = make, named, once
        self.texts, self.met = [], set()
        self.plan = self.entity(schema, plans.read(
            (plans.TOP / "examples/retail.yaml").read_text("utf-8")), "")

    def text(self, within, key, value=None):
        if self.once and (within, key) in self.met:
            return value
        self.met.add((within, key))
        self.texts.append(self.make(len(self.texts)))
        return self.texts[-1]

    def target(self, schema):
        """The name of the definition that it refers to."""
        for one in [schema, *schema.get("allOf", [])]:
            if "$ref" in one and not one["$ref"].endswith("type.given"):
                return one["$ref"].removeprefix("#/definitions/")
        return ""

    def value(self, schema, value, key, within):
        name = self.target(schema)
        if name == "type.text":
            # ids stay; a person or a unit may be a plain name
            if self.kinds[within, key] not in (
                    {"TEXT", "TEXTS"} | ({"NAMED", "NAMEDS"} if self.named
                                         else set())):
                return value
            return self.text(within, key, value)
        if name.startswith("entity."):
            return self.entity(self.types[name], value, name)
        if "items" in schema and self.has_texts(schema["items"], set()):
            made = [self.value(schema["items"], item, key, within)
                    for item in value or [None]]
            return made if any(made) else value
        if not name and "properties" in schema:
            return {id: self.value(schema["properties"][id], item, key, within)
                    for id, item in (value or {}).items()}
        if isinstance(schema.get("additionalProperties"), dict) and \
                self.has_texts(schema["additionalProperties"], set()):
            return {id: self.value(schema["additionalProperties"], item, key,
                                   within)
                    for id, item in (value or {"added": None}).items()}
        return value

    def entity(self, schema, value, name):
        value = dict(value or {})
        for key, of in schema.get("properties", {}).items():
            made = self.value(of, value.get(key), key, name)
            if made is not None:
                value[key] = made
        if "^x-" in schema.get("patternProperties", {}) and name:
            value |= {key: text for key, text in
                      {OWN: self.text(name, "x-")}.items() if text}
        return value

    def has_texts(self, schema, seen):
        """Is there a text in what the schema describes?"""
        name = self.target(schema)
        if name == "type.text":
            return True
        if name in seen:
            return False
        seen.add(name)
        if name.startswith("entity."):
            return True
        return any(self.has_texts(schema[key], seen) for key in
                   ("items", "additionalProperties")
                   if isinstance(schema.get(key), dict))


def marked(number):
    """All marks, between two numbers that say which text it is."""
    return f"Q{number}Z {' '.join(MARKS)} {number}X"


def starting(number):
    """A mark that means something where a line begins, and which text it is."""
    return f"{STARTS[number % len(STARTS)]}Q{number}Z *a* _b_ <i> {number}X"


def long(number):
    """A text without a blank."""
    return f"Q{number}Z{LONG}{number}X"
