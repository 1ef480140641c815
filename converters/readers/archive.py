"""Office files from strangers: zip containers and XML, both opened with limits.

Nothing is extracted to disk, nothing that a file names is opened, document type declarations are refused, and a member that
grows without measure is refused before it is unpacked.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING, Final

from lxml import etree

from forumgraph.errors import UnreadableSource

if TYPE_CHECKING:
    from collections.abc import Iterator

Element = etree._Element  # noqa: SLF001 - lxml's stubs name the class only so

MEMBER_BYTES: Final = 64 * 2**20
"""The largest member that is unpacked; a report of a thousand pages has about 10 MiB."""
MEMBERS: Final = 20_000
RATIO: Final = 200
"""The highest compression ratio of a large member; real office XML stays below 60."""
LARGE: Final = 16 * 2**20
"""Bytes up to which any ratio is harmless."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_DAMAGED = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, NotImplementedError)


class Archive:
    """A zip container in memory whose members are read under limits.

    Raises:
        UnreadableSource: `DOC003` if it is encrypted, `DOC013` if it is an old binary office file, `DOC005` if it is no sound zip,
            `DOC006` if it has too many members.
    """

    def __init__(self, data: bytes) -> None:
        if data.startswith(_OLE):
            raise _ole(data)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _DAMAGED as error:
            raise _broken(f"the file is damaged or cut short: {str(error)[:1].lower()}{str(error)[1:]}") from error
        if len(self._zip.namelist()) > MEMBERS:
            raise _large(f"the container has more than {MEMBERS} members")

    def __contains__(self, name: object) -> bool:
        return name in self._zip.NameToInfo

    def read(self, name: str) -> bytes:
        """Return the bytes of a member.

        Raises:
            UnreadableSource: `DOC003` if it is encrypted, `DOC005` if it is missing or damaged, `DOC006` if it is too large.
        """
        try:
            info = self._zip.getinfo(name)
        except KeyError:
            raise _broken(f"the part {name} is missing") from None
        _check(info)
        try:
            with self._zip.open(info) as member:
                data = member.read(MEMBER_BYTES + 1)
        except (*_DAMAGED, RuntimeError) as error:
            raise _broken(f"the part {name} cannot be unpacked ({error})") from error
        if len(data) > MEMBER_BYTES:
            raise _large(f"the part {name} is over {MEMBER_BYTES} bytes")
        return data

    def xml(self, name: str) -> Element:
        """Return the root element of a member; see `read` and `parse` for the errors."""
        return parse(self.read(name), name)

    def optional_xml(self, name: str) -> Element | None:
        """Return the root element of a member, or None if there is no such member."""
        return self.xml(name) if name and name in self else None


def parse(data: bytes, name: str) -> Element:
    """Parse XML without entities, network, comments and processing instructions; nesting ends at 256 levels.

    Raises:
        UnreadableSource: `DOC014` if the XML has a document type declaration, `DOC005` if it is not well formed.

    >>> parse(b"<a><!-- not kept -->words</a>", "a.xml").text
    'words'
    """
    if any(mark in data for mark in _DECLARATIONS):
        raise _declared(name)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True, huge_tree=False
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        raise _broken(f"the part {name} is not well-formed XML ({error})") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise _declared(name)
    return root


_DECLARATIONS = tuple("<!DOCTYPE".encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))


def local(element: Element) -> str:
    """Return the name of an element without its namespace; empty for comments and the like.

    >>> local(parse(b'<w:p xmlns:w="urn:w"/>', "a.xml"))
    'p'
    """
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def named(element: Element, *names: str) -> Iterator[Element]:
    """Yield the children of these local names."""
    return (child for child in element if local(child) in names)


def child(element: Element | None, *path: str) -> Element | None:
    """Follow first children by local name, and return None where the path ends."""
    for name in path:
        if element is None:
            return None
        element = next(named(element, name), None)
    return element


def attribute(element: Element | None, name: str) -> str:
    """Return an attribute by its local name, or an empty string."""
    if element is None:
        return ""
    return next((str(value) for key, value in element.attrib.items() if str(key).rpartition("}")[2] == name), "")


def number(element: Element | None, name: str, default: int) -> int:
    """Return a whole-number attribute by its local name; what is no number of ordinary size counts as absent."""
    text = attribute(element, name).strip()
    return (
        int(text)
        if len(text) < 10 and text.removeprefix("-").isascii() and text.removeprefix("-").isdigit()
        else default
    )


def _check(info: zipfile.ZipInfo) -> None:
    if info.flag_bits & 1:
        raise UnreadableSource("DOC003", "the file is encrypted", remedy="Save a copy without a password")
    too_dense = info.file_size > LARGE and info.file_size > RATIO * max(info.compress_size, 1)
    if info.file_size > MEMBER_BYTES or too_dense:
        raise _large(f"the part {info.filename} unpacks to {info.file_size} bytes")


def _ole(data: bytes) -> UnreadableSource:
    """Tell what an OLE container holds by the names in its directory (MS-CFB, section 2.6.1: UTF-16LE)."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return UnreadableSource("DOC003", "the file is encrypted", remedy="Save a copy without a password")
    if "WordDocument".encode("utf-16-le") in data:
        return UnreadableSource("DOC013", "the file is in the old binary format of Word", remedy="Save it as .docx")
    return _broken("the file is an OLE container without a document")


def _large(reason: str) -> UnreadableSource:
    return UnreadableSource("DOC006", reason, remedy="Split it, or save it as plain text")


def _broken(reason: str) -> UnreadableSource:
    return UnreadableSource("DOC005", reason, remedy="Open it in the program it comes from and save it again")


def _declared(name: str) -> UnreadableSource:
    return UnreadableSource(
        "DOC014", f"the part {name} has a document type declaration", remedy="Save the file again in an office program"
    )
