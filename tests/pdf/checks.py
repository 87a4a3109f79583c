"""What must hold of a report. In: a Pdf; out: for each key the sentences that say what does not hold."""
import collections
import os
import re
import shutil
import subprocess
import unicodedata

from reader import plain

TYPES = set("Document Sect H1 H2 H3 H4 H5 H6 P L LI Lbl LBody Table Caption THead TBody TR TH TD Figure Link Span "
            "Note".split())
CELLS = {"TH", "TD"}


def kind(element):
    return element["/S"][1:]


def element_kids(pdf, element):
    return [pdf.value(kid[1]) for kid in pdf.kids(element) if kid[0] == "element"]


def attributes(pdf, element):
    """All attribute dictionaries of an element, as one."""
    found = pdf.value(element.get("/A", {}))
    merged = {}
    for one in found if isinstance(found, list) else [found]:
        merged.update(pdf.value(one))
    return merged


def check_id(pdf):
    if len(pdf.trailer.get("/ID", [])) != 2:
        yield "no /ID of two"
    if "/Encrypt" in pdf.trailer:
        yield "encrypted"


def check_lang(pdf):
    if not re.fullmatch(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*", plain(pdf.catalog.get("/Lang"))):
        yield "the catalog's /Lang is no language tag"
    for reference, element, _ in pdf.walk():
        if "/Lang" in element and not re.fullmatch(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*", plain(element["/Lang"])):
            yield "%s: /Lang is no language tag" % reference


def check_marked(pdf):
    info = pdf.value(pdf.catalog.get("/MarkInfo", {}))
    if info.get("/Marked") is not True:
        yield "not /Marked"
    if info.get("/Suspects"):
        yield "/Suspects"


def check_title(pdf):
    if pdf.value(pdf.catalog.get("/ViewerPreferences", {})).get("/DisplayDocTitle") is not True:
        yield "/DisplayDocTitle is not true"


def check_xmp(pdf):
    reference = pdf.catalog.get("/Metadata")
    dictionary = pdf.value(reference) or {}
    if dictionary.get("/Type") != "/Metadata" or dictionary.get("/Subtype") != "/XML" or "/Filter" in dictionary:
        yield "no unfiltered XML stream"
        return
    text = pdf.data(reference).decode("utf-8")
    for wanted in (r"<dc:title>.*<rdf:li[^>]*>[^<]+<", r"<pdfuaid:part>1</", r"<pdfaid:part>2</",
                   r"<pdfaid:conformance>A</", r"pdfaSchema:prefix>pdfuaid<"):
        if not re.search(wanted, text, re.S):
            yield "no " + wanted


def check_tree(pdf):
    if "/StructTreeRoot" not in pdf.catalog:
        yield "no StructTreeRoot"
        return
    reached = set()
    for reference, element, parent in pdf.walk():
        reached.add(reference)
        if element.get("/P") != parent:
            yield "%s: /P is not its parent" % reference
    for reference, element in pdf.of_type("/StructElem"):
        if "/P" not in element or reference not in reached:
            yield "%s: not in the tree" % reference


def check_types(pdf):
    for reference, element, _ in pdf.walk():
        if kind(element) not in TYPES:
            yield "%s: %s is no standard type" % (reference, kind(element))


def check_headings(pdf):
    last = 0
    for reference, element, _ in pdf.walk():
        level = int(kind(element)[1]) if re.fullmatch("H[1-6]", kind(element)) else 0
        if level and level > last + 1:
            yield "%s: H%d after H%d" % (reference, level, last)
        last = level or last
    if last == 0:
        yield "no heading"


def row_widths(pdf, rows):
    """How many columns each row takes, with those that hang in from above."""
    hanging, widths = collections.Counter(), []
    for number, row in enumerate(rows):
        own = 0
        for cell in element_kids(pdf, row):
            spans = attributes(pdf, cell)
            columns = spans.get("/ColSpan", 1)
            own += columns
            for below in range(1, spans.get("/RowSpan", 1)):
                hanging[number + below] += columns
        widths.append(own + hanging[number])
    return widths


def table_faults(pdf, table):
    kids = [kind(kid) for kid in element_kids(pdf, table)]
    if any(name not in {"Caption", "THead", "TBody", "TR"} for name in kids):
        yield "a table holds " + ", ".join(kids)
    if kids.count("Caption") > 1 or ("Caption" in kids[1:-1]):
        yield "a caption in the middle"
    if kids.count("THead") > 1 or ("THead" in kids and "TBody" not in kids):
        yield "a head without body"
    rows = []
    for part in element_kids(pdf, table):
        if kind(part) in ("THead", "TBody"):
            rows += [(row, kind(row)) for row in element_kids(pdf, part)]
    if any(name != "TR" for _, name in rows):
        yield "a part of a table that holds no rows"
    if any(kind(cell) not in CELLS for row, _ in rows for cell in element_kids(pdf, row)):
        yield "a row that holds no cells"
    elif len(set(row_widths(pdf, [row for row, _ in rows]))) > 1:
        yield "rows of different width"


def check_tables(pdf):
    parents = {"TR": {"THead", "TBody", "Table"}, "TH": {"TR"}, "TD": {"TR"}, "THead": {"Table"},
               "TBody": {"Table"}, "Caption": {"Table", "Figure"}}
    for reference, element, parent in pdf.walk():
        name = kind(element)
        if name in parents and pdf.value(parent).get("/S", "/")[1:] not in parents[name]:
            yield "%s: %s in the wrong place" % (reference, name)
        if name == "Table":
            for fault in table_faults(pdf, element):
                yield "%s: %s" % (reference, fault)


def check_scope(pdf):
    for reference, element, _ in pdf.walk():
        if kind(element) == "TH" and attributes(pdf, element).get("/Scope") not in ("/Column", "/Row", "/Both"):
            yield "%s: a TH without Scope" % reference


def check_lists(pdf):
    for reference, element, parent in pdf.walk():
        above = pdf.value(parent).get("/S", "/")[1:]
        name, kids = kind(element), {kind(kid) for kid in element_kids(pdf, element)}
        if name == "LI" and above != "L" or name in ("Lbl", "LBody") and above != "LI":
            yield "%s: %s in %s" % (reference, name, above)
        if name == "LI" and not kids <= {"Lbl", "LBody"} or name == "L" and not kids <= {"L", "LI", "Caption"}:
            yield "%s: %s holds %s" % (reference, name, ", ".join(sorted(kids)))


def check_figures(pdf):
    for reference, element, _ in pdf.walk():
        if kind(element) == "Figure":
            if not plain(element.get("/Alt")):
                yield "%s: no /Alt" % reference
            if len(attributes(pdf, element).get("/BBox", [])) != 4:
                yield "%s: no /BBox of four" % reference


def check_links(pdf):
    tree = pdf.parent_tree()
    for _, reference, annotation in pdf.annotations():
        if annotation.get("/Subtype") != "/Link" or annotation.get("/F") != 4:
            yield "%s: no printed link" % reference
        if not plain(annotation.get("/Contents")):
            yield "%s: no /Contents" % reference
        if "/Dest" not in annotation and "/A" not in annotation:
            yield "%s: leads nowhere" % reference
        element = pdf.value(tree.get(annotation.get("/StructParent")))
        if not isinstance(element, dict) or kind(element) != "Link" or ("object", reference) not in pdf.kids(element):
            yield "%s: /StructParent does not lead to its Link" % reference


def check_notes(pdf):
    names = [plain(element.get("/ID")) for _, element, _ in pdf.walk() if kind(element) == "Note"]
    if "" in names or len(set(names)) != len(names):
        yield "a Note without an /ID of its own"


def check_pages(pdf):
    tree = pdf.parent_tree()
    for page in pdf.pages:
        dictionary = pdf.value(page)
        if dictionary.get("/Tabs") != "/S":
            yield "%s: /Tabs is not S" % page
        if not isinstance(tree.get(dictionary.get("/StructParents")), list):
            yield "%s: /StructParents is not in the ParentTree" % page
        if "/Resources" not in dictionary:
            yield "%s: inherits its resources" % page


def check_keys(pdf):
    keys = [pdf.value(page).get("/StructParents") for page in pdf.pages]
    keys += [annotation.get("/StructParent") for _, _, annotation in pdf.annotations()]
    if len(set(keys)) != len(keys):
        yield "two share a key"
    if set(keys) != set(pdf.parent_tree()):
        yield "the ParentTree has other keys than pages and annotations"


def check_mcids(pdf):
    tree = pdf.parent_tree()
    held = {(kid[1], kid[2]): reference for reference, element, _ in pdf.walk()
            for kid in pdf.kids(element) if kid[0] == "mark"}
    for page in pdf.pages:
        numbers = [number for _, number, _ in pdf.marks(page) if number is not None]
        parents = tree.get(pdf.value(page).get("/StructParents"))
        if numbers != list(range(len(numbers))):
            yield "%s: MCIDs are not 0, 1, 2 …" % page
        if not isinstance(parents, list) or len(parents) != len(numbers):
            yield "%s: the ParentTree's array is not as long" % page
        elif any(held.get((page, number)) != parents[number] for number in range(len(numbers))):
            yield "%s: the ParentTree and the elements disagree" % page


PAINTS = set("f F f* B B* b b* S s sh Do Tj TJ ' \" BI".split())


def check_marks(pdf):
    for page in pdf.pages:
        depth, in_text, opened_in_text, saved = 0, False, False, 0
        for operator, _ in pdf.operations(page):
            if operator in PAINTS and depth == 0:
                yield "%s: %s outside marked content" % (page, operator)
            in_text = operator == "BT" or in_text and operator != "ET"
            if operator in ("BMC", "BDC"):
                depth, opened_in_text = depth + 1, in_text
            elif operator == "EMC":
                depth -= 1
                if opened_in_text != in_text:
                    yield "%s: marked content and text object cross" % page
            elif operator in ("q", "Q"):
                saved += 1 if operator == "q" else -1
            if depth not in (0, 1):
                yield "%s: marked content in marked content" % page
                break
        if depth or saved or in_text:
            yield "%s: something stays open" % page


def check_fonts(pdf):
    for reference, font in pdf.of_type("/Font"):
        if font["/Subtype"] == "/CIDFontType2":
            descriptor = pdf.value(font["/FontDescriptor"])
            if "/FontFile2" not in descriptor:
                yield "%s: not embedded" % reference
        elif font["/Subtype"] != "/Type0" or font.get("/Encoding") != "/Identity-H" or "/ToUnicode" not in font:
            yield "%s: no Type0 with Identity-H and ToUnicode" % reference
        if not re.match(r"/[A-Z]{6}\+.", font["/BaseFont"]):
            yield "%s: no subset prefix" % reference


def check_gidmap(pdf):
    for reference, font in pdf.of_type("/Font"):
        if font["/Subtype"] != "/CIDFontType2":
            continue
        if not isinstance(font.get("/CIDToGIDMap"), str) or font["/CIDToGIDMap"].startswith("/"):
            yield "%s: no CIDToGIDMap stream" % reference
            continue
        data = pdf.data(font["/CIDToGIDMap"])
        if any(data[i:i + 2] == b"\0\0" for i in range(2, len(data), 2)):
            yield "%s: a code leads to glyph 0" % reference
        if len(font["/W"][1]) != len(data) // 2 - 1:
            yield "%s: not as many widths as codes" % reference


def check_unicode(pdf):
    for reference, font in pdf.of_type("/Font"):
        if font["/Subtype"] != "/Type0":
            continue
        for code, text in pdf.unicode_map(reference).items():
            if not text or any(ord(c) in (0, 0xFEFF, 0xFFFE) or unicodedata.category(c) == "Co" for c in text):
                yield "%s: code %04X says %r" % (reference, code, text)


def check_intent(pdf):
    intents = pdf.value(pdf.catalog.get("/OutputIntents", []))
    profiles = [pdf.value(intent).get("/DestOutputProfile") for intent in intents]
    if not any(profile and pdf.value(profile).get("/N") == 3 and pdf.data(profile)[16:20] == b"RGB "
               for profile in profiles):
        yield "no RGB output intent"


def bare(text):
    """Without blanks, direction marks and what is never drawn, in one normal form; private characters as U+FFFD."""
    text = unicodedata.normalize("NFKC", "".join("\ufffd" if unicodedata.category(c) == "Co" else c for c in text))
    return "".join(c for c in text if not c.isspace() and unicodedata.category(c) != "Cf"
                   and not 0xE0000 <= ord(c) < 0xE1000)


def element_text(pdf, pieces, element):
    """What an element says, its own ActualText or its pieces'."""
    if "/ActualText" in element:
        return plain(element["/ActualText"])
    said = ""
    for kid in pdf.kids(element):
        if kid[0] == "element":
            said += element_text(pdf, pieces, pdf.value(kid[1]))
        elif kid[0] == "mark":
            said += pieces.get((kid[1], kid[2]), "")
    return said


def said(pdf, told=True):
    """The report's text in tree order; `told` as a listener hears it (alternatives for pictures, no labels)."""
    pieces = {(page, number): pdf.shown(page, operations) for page in pdf.pages
              for _, number, operations in pdf.marks(page) if number is not None}
    lines, inside = [], set()
    for reference, element, parent in pdf.walk():
        name = kind(element)
        if parent in inside and not (told and name == "Caption"):
            inside.add(reference)
            continue
        if told and name == "Figure":
            alternative = plain(element.get("/Alt"))
            lines += [] if alternative.startswith("Continued: ") else [alternative]
            inside.add(reference)
        elif re.fullmatch("H[1-6]|P|Caption|Lbl|Figure", name):
            inside.add(reference)
            if not (told and name == "Lbl"):
                lines.append(element_text(pdf, pieces, element))
    return "\n".join(lines)


def shown_by(command):
    if not shutil.which(command[0]):
        return None
    return subprocess.run(command, capture_output=True, text=True, errors="replace").stdout


def text_faults(pdf, wanted):
    everything = bare(said(pdf, told=False))
    if "\0" in everything:
        yield "a code without text"
    if wanted is not None:
        # What a draft says of itself stands in the PDF only.
        expected, found = (bare(re.sub(r"DRAFT – made although[^\n]*\n", "", text, count=1))
                           for text in (wanted, said(pdf)))
        if expected != found:
            at = len(os.path.commonprefix([expected, found]))
            yield "says %r for %r" % (found[at:at + 30], expected[at:at + 30])
    for command in (["pdftotext", pdf.path, "-"], ["mutool", "draw", "-q", "-F", "text", pdf.path]):
        text = shown_by(command)
        lacking = collections.Counter(everything) - collections.Counter(bare(text)) if text is not None else {}
        lacking.pop("-", None)  # pdftotext joins what was parted at the end of a line
        if lacking:
            yield "%s lacks %r" % (command[0], "".join(lacking)[:30])
    # Slow: it reads each page again for each element.
    text = shown_by(["pdfinfo", "-struct-text", pdf.path]) if wanted is not None else None
    if text is not None and bare("".join(re.findall(r'^ *"(.*?)"$', text, re.M | re.S))) != everything:
        yield "pdfinfo reads the structure otherwise"


def all_checks(wanted):
    """(key, check) of all keys; `wanted` is the text the report must say, or None."""
    checks = [(name[6:], check) for name, check in globals().items() if name.startswith("check_")]
    return checks + [("text", lambda pdf: text_faults(pdf, wanted))]
