"""Bytes to characters, whatever the document claims about itself.

Order of trust: a byte order mark; the zeros of UTF-16 without a mark; UTF-8 that decodes without a fault (chance text
almost never does); what came with the document (the charset of an HTTP header); what the document declares; what
uchardet makes of the bytes. No character is lost silently: what cannot be decoded becomes U+FFFD, one for each faulty byte run.
"""

from __future__ import annotations

import codecs
import re

from resiliparse.parse.encoding import detect_encoding, map_encoding_to_html5

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_ANY_MARK = tuple(mark for mark, _ in MARKS)
# <meta charset="windows-1251">, content="text/html; charset=big5", <?xml version="1.0" encoding="iso-8859-2"?>
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.I)
_NAME = re.compile(r"[\w.:-]{2,40}", re.A)
DECLARED_WITHIN = 4096
SAMPLE = 131_072
_ASCII = bytes(range(128))
_CONTROLS = bytes(byte for byte in range(32) if byte not in b"\t\n\r\f\x0b\x1b")
# Of the bytes beyond ASCII, how many may be faulty for a text to still be taken as UTF-8 with damage.
FAULTY = 0.2


def decode(data: bytes, charset: str | None = None) -> str:
    r"""The characters of a document; `charset` is the name that came with it, as in a Content-Type header.

    >>> decode(b"caf\xc3\xa9"), decode(b'<meta charset="utf-8">caf\xe9 cr\xe8me')[-10:]
    ('café', 'café crème')
    """
    for mark, name in MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace")
    if wide := _wide(data):  # zeros are valid UTF-8, so this comes first
        return data.decode(wide, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    if _damaged_utf8(data):
        return data.decode("utf-8", "replace")
    for guess in (_known(charset), declared(data), _detected(data)):
        if guess and guess != "utf-8":
            try:
                return data.decode(guess)
            except (UnicodeDecodeError, LookupError):
                continue
    return data.decode("cp1252", "replace")


def encoded(data: bytes, charset: str | None = None) -> bytes:
    r"""A document in UTF-8: its own bytes where they are that, which spares to write its characters anew.

    >>> encoded(b"caf\xe9").decode()
    'café'
    """
    if not data.startswith(_ANY_MARK) and not _wide(data):
        if data.isascii():
            return data
        try:
            data.decode("utf-8")
        except UnicodeDecodeError:
            pass
        else:
            return data
    return decode(data, charset).encode("utf-8", "ignore")


def declared(data: bytes) -> str | None:
    """The encoding that a page or XML document names at its start, as browsers understand the name."""
    found = _DECLARED.search(data, 0, DECLARED_WITHIN)
    return _known(found[1].decode("ascii")) if found else None


def _known(name: str | None) -> str | None:
    """The encoding that browsers understand by a name; None where they know none."""
    return map_encoding_to_html5(name, False) if name and _NAME.fullmatch(name) else None


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: in Western text every second byte is zero."""
    sample = data[:2000]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if len(sample) >= 8 and max(even, odd) > 0.4 * len(sample) / 2 and min(even, odd) < 0.05 * len(sample):
        return "utf-16-be" if even > odd else "utf-16-le"
    return None


def _damaged_utf8(data: bytes) -> bool:
    high = len(data[:SAMPLE].translate(None, _ASCII))
    faults = data[:SAMPLE].decode("utf-8", "replace").count("\ufffd")
    return high > 0 and faults <= FAULTY * high and (high - faults) >= 4


def _detected(data: bytes) -> str | None:
    name: str | None = detect_encoding(data, SAMPLE, True, False)
    return name


def binary(head: bytes) -> bool:
    """True for bytes that are no text in any encoding: zeros, or many control characters."""
    if any(head.startswith(mark) for mark, _ in MARKS) or _wide(head):
        return False
    sample = head[:8192]
    odd = len(sample) - len(sample.translate(None, _CONTROLS))
    return odd > 0.02 * len(sample) or b"\0\0" in sample
