"""Office files from strangers: zip containers and XML, both opened with limits.

Nothing is extracted to disk, nothing that a file names is opened, document type declarations are refused, and a member that
grows without measure is refused before it is unpacked.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from typing import Final

from lxml import etree

from forumgraph.errors import UnreadableSource

Element = etree._Element  # noqa: SLF001 - lxml's stubs name the class only so

MEMBER_BYTES: Final = 64 * 2**20
"""The largest member that is unpacked; a report of a thousand pages has about 10 MiB."""
MEMBERS: Final = 20_000
RATIO: Final = 200
"""The highest compression ratio of a large member; real office XML stays below 60."""
LARGE: Final = 16 * 2**20
"""Bytes up to which any ratio is harmless."""

_DAMAGED = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, NotImplementedError)


class Archive:
    """A zip container in memory whose members are read under limits.

    Raises:
        UnreadableSource: `DOC005` if it is no sound zip, `DOC006` if it has too many members.
    """

    def __init__(self, data: bytes) -> None:
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
    """Parse XML without entities, network, comments, processing instructions, and names of elements without their namespace; nesting ends at 256 levels.

    No office format has two elements in one place whose names differ by it alone, and strict files have namespaces of their own. Of branches
    that say the same (ECMA-376 part 3, section 9.3), the first that is not empty stays.

    Raises:
        UnreadableSource: `DOC014` if the XML has a document type declaration, `DOC005` if it is not well formed.

    >>> parse(b'<w:p xmlns:w="urn:w"><!-- not kept -->words</w:p>', "a.xml").tag
    'p'
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
    for element in root.iter("*"):
        element.tag = str(element.tag).rpartition("}")[2]
    for alternatives in list(root.iter("AlternateContent")):
        alternatives[:] = [branch for branch in alternatives if len(branch)][:1]
    return root


_DECLARATIONS = tuple("<!DOCTYPE".encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))


def attribute(element: Element | None, name: str) -> str:
    """Return an attribute by its local name, or an empty string."""
    if element is None:
        return ""
    return next((str(value) for key, value in element.items() if str(key).rpartition("}")[2] == name), "")


def _check(info: zipfile.ZipInfo) -> None:
    if info.flag_bits & 1:
        raise UnreadableSource("DOC003", "the file is encrypted", remedy="Save a copy without a password")
    too_dense = info.file_size > LARGE and info.file_size > RATIO * max(info.compress_size, 1)
    if info.file_size > MEMBER_BYTES or too_dense:
        raise _large(f"the part {info.filename} unpacks to {info.file_size} bytes")


def _large(reason: str) -> UnreadableSource:
    return UnreadableSource("DOC006", reason, remedy="Split it, or save it as plain text")


def _broken(reason: str) -> UnreadableSource:
    return UnreadableSource("DOC005", reason, remedy="Open it in the program it comes from and save it again")


def _declared(name: str) -> UnreadableSource:
    return UnreadableSource(
        "DOC014", f"the part {name} has a document type declaration", remedy="Save the file again in an office program"
    )
