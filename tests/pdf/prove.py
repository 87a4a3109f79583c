"""Breaks copies of a PDF, one thing at a time. In: a file that holds; out: copies, each with the key it must fail."""
import os
import re
import subprocess

# (key, what was done, pattern in qpdf's QDF form, replacement)
BREAKS = [
    ("id", "the identifier is gone", rb"/ID \[<[^\]]*\]", b""),
    ("lang", "the language is gone", rb"(/Type /Catalog.*?|)/Lang \([^)]*\)(?=[^\0]*?/Type /Catalog)", rb"\1/Lang ()"),
    ("marked", "nothing is marked", rb"/Marked true", b"/Marked false"),
    ("marked", "the marks are suspect", rb"/Marked true", b"/Marked true /Suspects true"),
    ("title", "the title is not shown", rb"/DisplayDocTitle true", b"/DisplayDocTitle false"),
    ("xmp", "the part of PDF/UA is another", rb"<pdfuaid:part>1", b"<pdfuaid:part>2"),
    ("xmp", "the level of PDF/A is another", rb"<pdfaid:conformance>A", b"<pdfaid:conformance>B"),
    ("xmp", "the extension schema is gone", rb"pdfaSchema:prefix>pdfuaid", b"pdfaSchema:prefix>pdfuaix"),
    ("tree", "an element has no parent", rb"\n  /P \d+ 0 R(\n(?:  /Pg \d+ 0 R\n)?  /S /H1)", rb"\1"),
    ("types", "a type is not standard", rb"/S /Sect", b"/S /Part_of_ours"),
    ("headings", "a level is skipped", rb"/S /H2", b"/S /H4"),
    ("tables", "a cell is a paragraph", rb"/S /TD", b"/S /P"),
    ("tables", "a body is gone", rb"/S /TBody", b"/S /Sect"),
    ("tables", "a row is wider", rb"(/S /TH\n)", rb"\1  /A << /O /Table /Scope /Column /ColSpan 9 >>\n"),
    ("scope", "a header cell has no scope", rb"/Scope /(Column|Row)", b"/Scope /None"),
    ("lists", "a label is a paragraph", rb"/S /Lbl", b"/S /P"),
    ("lists", "an item stands alone", rb"/S /L\n", b"/S /Sect\n"),
    ("figures", "an alternative is gone", rb"/Alt [(<]", lambda match: match.group().replace(b"Alt", b"Alx")),
    ("figures", "a box is gone", rb"/BBox \[", b"/BBux ["),
    ("links", "a link is not printed", rb"/F 4\n", b"/F 0\n"),
    ("links", "a link says nothing", rb"/Contents [(<][^\n]*(?=\n  /(Dest|F))", b""),
    ("links", "a link leads nowhere", rb"\n  /Dest \[[^\]]*\](?=\n  /F 4)", b""),
    ("links", "an object reference is gone", rb"/Type /OBJR", b"/Type /OBJX"),
    ("notes", "a note has no name", rb"/ID \(note-\d+\)", b""),
    ("pages", "the order of tabs is another", rb"/Tabs /S", b"/Tabs /R"),
    ("pages", "a page is not in the parent tree", rb"/StructParents \d+", b"/StructParents 99999"),
    ("keys", "a link has the key of a page", rb"/StructParent \d+", b"/StructParent 0"),
    ("mcids", "a mark has another number", rb"/MCID 1>>\s*BDC", b"/MCID 9999>>BDC"),
    ("marks", "something is painted outside", rb"EMC\n", b"EMC\n0 0 1 1 re f\n"),
    ("marks", "marks are nested", rb"EMC\n", b"/Artifact BMC\nEMC\nEMC\n"),
    ("marks", "a mark stays open", rb"\nEMC\n\s*endstream", b"\nendstream"),
    ("fonts", "an encoding is another", rb"/Identity-H", b"/Identity-V"),
    ("fonts", "a prefix is gone", rb"/BaseFont /[A-Z]{6}\+", b"/BaseFont /"),
    ("fonts", "a font is not embedded", rb"/FontFile2 \d+ 0 R", b""),
    ("gidmap", "the map of glyphs is gone", rb"/CIDToGIDMap \d+ 0 R", b"/CIDToGIDMap /Identity"),
    ("gidmap", "a code leads to glyph 0", None, None),
    ("unicode", "a code says U+0000", rb"(<0002>\s*)<[0-9A-F]+>", rb"\1<0000>"),
    ("unicode", "a code says a private character", rb"(<0002>\s*)<[0-9A-F]+>", rb"\1<E000>"),
    ("text", "a code says another letter", rb"(<0002>\s*)<[0-9A-F]+>", rb"\1<0416>"),
    ("intent", "the profile is gone", rb"/DestOutputProfile", b"/DestOutputProfilx"),
    ("check", "the end is cut off", rb"startxref\s+\d+\s+%%EOF\s*$", b""),
]


def keys():
    return {key for key, _, _, _ in BREAKS}


def glyph_zero(data):
    """Puts zeros behind the first entry of the first map from codes to glyphs."""
    number = re.search(rb"/CIDToGIDMap (\d+) 0 R", data)
    if not number:
        return data
    start = re.search(rb"\n" + number.group(1) + rb" 0 obj\n.*?stream\n", data, re.S)
    return data[:start.end() + 2] + b"\0\0" + data[start.end() + 4:]


def broken_copies(path, folder):
    """Yields (key, what was done, path of the broken copy or None where there was nothing to break)."""
    whole = os.path.join(folder, "whole.pdf")
    subprocess.run(["qpdf", "--qdf", "--object-streams=disable", path, whole], check=True)
    with open(whole, "rb") as file:
        data = file.read()
    for number, (key, what, pattern, replacement) in enumerate(BREAKS):
        changed = re.sub(pattern, replacement, data, count=1) if pattern else glyph_zero(data)
        if changed == data:
            yield key, what, None
            continue
        copy = os.path.join(folder, "%d.pdf" % number)
        with open(copy + ".qdf", "wb") as file:
            file.write(changed)
        if key == "check":
            os.rename(copy + ".qdf", copy)
        else:
            with open(copy, "wb") as file:
                subprocess.run(["fix-qdf", copy + ".qdf"], stdout=file, check=True)
        yield key, what, copy
