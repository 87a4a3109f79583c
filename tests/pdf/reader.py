"""Reads a PDF through qpdf. In: a file; out: its objects, its content streams as operators, its structure tree."""
import base64
import json
import re
import subprocess


class Unreadable(Exception):
    pass


TOKEN = re.compile(
    rb"\s*(?:(?P<text>\((?:[^()\\]|\\.)*\))|(?P<open><<)|(?P<close>>>)|(?P<hex><[0-9A-Fa-f\s]*>)"
    rb"|(?P<mark>[\[\]])|(?P<name>/[^\s()<>\[\]/%]*)|(?P<word>[^\s()<>\[\]/%]+))")


def operations(content):
    """The operators of a content stream with their operands, as (operator, [token])."""
    operands, found, at = [], [], 0
    while True:
        match = TOKEN.match(content, at)
        if not match:
            break
        at = match.end()
        token = match.group(match.lastgroup)
        if match.lastgroup == "word" and not re.fullmatch(rb"[-+.\d]+", token):
            found.append((token.decode("latin-1"), operands))
            operands = []
        else:
            operands.append(token)
    return found


class Pdf:
    def __init__(self, path):
        run = subprocess.run(["qpdf", "--json=2", "--json-key=qpdf", "--json-stream-data=inline",
                              "--decode-level=generalized", path], capture_output=True)
        if run.returncode not in (0, 3):
            raise Unreadable(run.stderr.decode("utf-8", "replace").strip())
        self.path = path
        self.objects = json.loads(run.stdout)["qpdf"][1]
        self.trailer = self.objects["trailer"]["value"]
        self.catalog = self.value(self.trailer["/Root"])
        self.pages = self.page_list(self.catalog["/Pages"])
        self.maps = {}
        self.known_operations = {}
        self.known_walk = None

    def value(self, thing):
        """What a reference leads to; anything else as it is. Of a stream its dictionary."""
        if isinstance(thing, str) and re.fullmatch(r"\d+ \d+ R", thing):
            entry = self.objects.get("obj:" + thing, {})
            return entry["value"] if "value" in entry else entry.get("stream", {}).get("dict")
        return thing

    def data(self, reference):
        return base64.b64decode(self.objects["obj:" + reference]["stream"]["data"])

    def of_type(self, name):
        """All dictionaries of a type, with their references."""
        for key, entry in self.objects.items():
            dictionary = entry.get("value", entry.get("stream", {}).get("dict"))
            if isinstance(dictionary, dict) and dictionary.get("/Type") == name:
                yield key[4:], dictionary

    def page_list(self, reference):
        node = self.value(reference)
        if node["/Type"] == "/Page":
            return [reference]
        return [page for kid in node["/Kids"] for page in self.page_list(kid)]

    def operations(self, page):
        if page not in self.known_operations:
            self.known_operations[page] = self.read_operations(page)
        return self.known_operations[page]

    def read_operations(self, page):
        contents = self.value(page)["/Contents"]
        parts = contents if isinstance(contents, list) else [contents]
        return operations(b"\n".join(self.data(part) for part in parts))

    def marks(self, page):
        """(element type, MCID or None, [operation]) of each piece of marked content on the page."""
        found, current = [], None
        for operator, operands in self.operations(page):
            if operator in ("BMC", "BDC"):
                joined = b" ".join(operands)
                number = re.search(rb"/MCID (\d+)", joined)
                current = (operands[0].decode(), int(number.group(1)) if number else None, [])
                found.append(current)
            elif operator == "EMC":
                current = None
            elif current:
                current[2].append((operator, operands))
        return found

    def unicode_map(self, font):
        """Code → text, of a font's ToUnicode."""
        if font not in self.maps:
            stream = self.data(self.value(font)["/ToUnicode"]).decode("latin-1")
            self.maps[font] = {int(code, 16): bytes.fromhex(text).decode("utf-16-be", "replace")
                               for code, text in re.findall(r"<([0-9A-Fa-f]{4})>\s*<([0-9A-Fa-f]*)>\n", stream)
                               if len(code) == 4}
        return self.maps[font]

    def shown(self, page, operations_):
        """The text that operations show, in the order of painting."""
        fonts = self.value(self.value(self.value(page)["/Resources"])["/Font"])
        font, said = None, []
        for operator, operands in operations_:
            if operator == "Tf":
                font = fonts[operands[0].decode()]
            elif operator in ("Tj", "TJ"):
                for operand in operands:
                    if operand.startswith(b"<"):
                        codes = operand[1:-1].decode()
                        mapping = self.unicode_map(font)
                        said += [mapping.get(int(codes[i:i + 4], 16), "\0") for i in range(0, len(codes), 4)]
        return "".join(said)

    def kids(self, element):
        """The kids of an element: ('element', reference), ('mark', page, MCID) or ('object', reference)."""
        kids = self.value(element.get("/K", []))
        for kid in kids if isinstance(kids, list) else [kids]:
            plain = self.value(kid)
            if isinstance(plain, int):
                yield ("mark", element.get("/Pg"), plain)
            elif plain.get("/Type") == "/MCR":
                yield ("mark", plain.get("/Pg", element.get("/Pg")), plain["/MCID"])
            elif plain.get("/Type") == "/OBJR":
                yield ("object", plain["/Obj"])
            else:
                yield ("element", kid)

    def walk(self):
        """All elements in tree order, as (reference, element, reference of the parent)."""
        if self.known_walk is None:
            self.known_walk = list(self.read_walk())
        return self.known_walk

    def read_walk(self):
        root = self.catalog["/StructTreeRoot"]
        waiting = [(kid[1], root) for kid in self.kids(self.value(root))][::-1]
        seen = set()
        while waiting:
            reference, parent = waiting.pop()
            if reference in seen:
                continue
            seen.add(reference)
            element = self.value(reference)
            yield reference, element, parent
            waiting += [(kid[1], reference) for kid in self.kids(element) if kid[0] == "element"][::-1]

    def parent_tree(self):
        numbers = self.value(self.value(self.value(self.catalog["/StructTreeRoot"])["/ParentTree"]).get("/Nums"))
        return {numbers[i]: self.value(numbers[i + 1]) if not self.is_element(numbers[i + 1]) else numbers[i + 1]
                for i in range(0, len(numbers), 2)}

    def is_element(self, reference):
        return isinstance(self.value(reference), dict)

    def annotations(self):
        """(page, reference, annotation) of all pages."""
        for page in self.pages:
            for reference in self.value(self.value(page).get("/Annots", [])):
                yield page, reference, self.value(reference)


def plain(text):
    """A text string of qpdf's JSON."""
    return text[2:] if isinstance(text, str) and text[:2] in ("u:", "b:") else ""
