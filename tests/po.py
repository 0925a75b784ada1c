# po.py - for tests: the entries of a catalog
import re
import subprocess
import typing

LINE = re.compile(r'(msgctxt|msgid_plural|msgid|msgstr(?:\[\d\])?) "(.*)"$')


class Entry(typing.NamedTuple):
    """One message; the texts are as C writes them."""
    context: str
    text: str
    many: str
    told: list
    fuzzy: bool

    @property
    def key(self):
        """What a translation is looked up by."""
        return self.context, self.text


def entries(path):
    """Those of a .po or .pot, without its head and what is obsolete."""
    text = subprocess.run(["msgcat", "--no-wrap", path], check=True, text=True,
                          capture_output=True).stdout
    for block in text.split("\n\n"):
        parts = [found.groups() for found in
                 map(LINE.match, block.splitlines()) if found]
        named = dict(parts)
        if named.get("msgid"):
            yield Entry(named.get("msgctxt", ""), named["msgid"],
                        named.get("msgid_plural", ""),
                        [told for name, told in parts if "msgstr" in name],
                        "#, fuzzy" in block)
