"""Sheets that people edit: CSV (RFC 4180, UTF-8 with a mark that spreadsheets look for) and Excel workbooks, with cells that can do no harm.

A cell that a spreadsheet could take for a formula gets an apostrophe in front, which is taken away again when the sheet is read.
"""

from __future__ import annotations

import csv
import io
import re
import zipfile
from typing import TYPE_CHECKING, Any

from forumgraph.errors import InvalidUsage

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

_FORMULA = re.compile(r"[\s']*[=+\-@\uff1d\uff0b\uff0d\uff20]|'*[\t\r\n]")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_MODIFIED = re.compile(rb"<dcterms:(created|modified)[^>]*>[^<]*</dcterms:\1>")
_LARGEST = 64 * 2**20
_WIDTHS = {"quote": 60, "proposal": 40, "candidates": 50, "reason": 40, "value": 30, "document": 30}
_HIDDEN = frozenset({"key", "passage", "sha256", "other_sha256"})
"""Columns that nobody has to look at."""
_WIDTH, _LINE, _HIGHEST = 16, 15, 12
"""How wide a column is, in letters; how high a line, in points; how many lines a row shows at most."""
_MORE = 1000
"""Rows that a person may add."""
_REMEDY = "Save it from the spreadsheet as .xlsx or as CSV in UTF-8"


def guarded(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula.

    >>> guarded("=1+1"), guarded("a")
    ("'=1+1", 'a')
    """
    return f"'{cell}" if _FORMULA.match(cell) else cell


def unguarded(cell: str) -> str:
    """Return what a cell said before it was guarded.

    >>> unguarded(guarded("'=1+1"))
    "'=1+1"
    """
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell[1:]) else cell


def write(
    path: Path,
    columns: Sequence[str],
    rows: Iterable[Mapping[str, str]],
    choices: Mapping[str, Sequence[str]] | None = None,
) -> None:
    """Write a sheet; its ending says in which form.

    Args:
        choices: what can be decided, by kind; a workbook has it on a second page, and offers it in the column `decision`.

    Raises:
        InvalidUsage: if the ending is neither .csv nor .xlsx, openpyxl is missing, or the file cannot be written.
    """
    lines = [list(columns), *([guarded(_CONTROL.sub("", row.get(name, ""))) for name in columns] for row in rows)]
    form = _form(path)
    data = _xlsx(lines, choices or {}) if form is _xlsx else form(lines)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    except OSError as error:
        raise InvalidUsage(
            f"{path} cannot be written: {error.strerror}", remedy="Choose another place with -o"
        ) from error


def _form(path: Path) -> Any:
    forms = {".csv": _csv, ".xlsx": _xlsx}
    if path.suffix.lower() not in forms:
        raise InvalidUsage(f"{path} is neither .csv nor .xlsx", remedy="Give it one of these endings")
    return forms[path.suffix.lower()]


def _csv(lines: Sequence[Sequence[str]]) -> bytes:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows(lines)
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def _openpyxl() -> Any:
    try:
        import openpyxl  # noqa: PLC0415 - an extra that most runs do without
    except ImportError as error:
        raise InvalidUsage(
            "workbooks need openpyxl, which is not installed",
            remedy="Install it with `pip install 'forumgraph[xlsx]'`, or use .csv",
        ) from error
    return openpyxl


def _xlsx(lines: Sequence[Sequence[str]], choices: Mapping[str, Sequence[str]]) -> bytes:
    book = _openpyxl().Workbook()
    sheet = book.active
    sheet.title = "review"
    _fill(sheet, lines)
    sheet.freeze_panes = "A2"
    for place, name in enumerate(lines[0], start=1):
        column = sheet.column_dimensions[sheet.cell(1, place).column_letter]
        column.width, column.hidden = _WIDTHS.get(name, _WIDTH), name in _HIDDEN
        if name == "decision" and choices:
            _offer(sheet, column.index, len(lines), choices)
    sheet.auto_filter.ref = sheet.dimensions
    if choices:
        page = book.create_sheet("what can be decided")
        _fill(page, [("kind", "decision"), *((kind, ", ".join(told)) for kind, told in choices.items())])
        page.column_dimensions["B"].width = _WIDTHS["quote"]
    out = io.BytesIO()
    book.save(out)
    return _timeless(out.getvalue())


def _fill(page: Any, lines: Sequence[Sequence[str]]) -> None:
    """Write lines as words, whatever a spreadsheet would take them for; the first in bold, long cells on several lines."""
    styles = _openpyxl().styles
    wrapped, bold = styles.Alignment(vertical="top", wrap_text=True), styles.Font(name="Calibri", size=11, bold=True)
    head, *_ = lines
    for number, line in enumerate(lines, start=1):
        for place, words in enumerate(line, start=1):
            cell = page.cell(number, place)
            cell.value, cell.data_type, cell.number_format = words or None, "s" if words else "n", "@"
            cell.alignment = wrapped
            if number == 1:
                cell.font = bold
        widths = [_WIDTHS.get(name, _WIDTH) for name in head]
        high = max(-(-len(words) // width) for words, width in zip(line, widths, strict=True))
        page.row_dimensions[number].height = _LINE * min(max(high, 1), _HIGHEST)


def _offer(page: Any, column: str, rows: int, choices: Mapping[str, Sequence[str]]) -> None:
    """Offer what can be decided in the cells of a column."""
    every = ",".join(dict.fromkeys(each for told in choices.values() for each in told))
    offer = _openpyxl().worksheet.datavalidation.DataValidation(type="list", formula1=f'"{every}"', allow_blank=True)
    page.add_data_validation(offer)
    offer.add(f"{column}2:{column}{rows + _MORE}")


def _timeless(data: bytes) -> bytes:
    """Return a workbook without the time at which it was made, so that the same rows are the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist()):
            member = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            member.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(member, _MODIFIED.sub(b"", old.read(name)) if name == "docProps/core.xml" else old.read(name))
    return out.getvalue()


def read(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """Read a sheet: the number of each row, from 2, and its cells by the name of their column; empty rows are passed over.

    Raises:
        InvalidUsage: if the file cannot be read, has another ending, or has no columns `kind`, `document` and `decision`.
    """
    forms = {".csv": _csv_lines, ".xlsx": _xlsx_lines}
    form = forms.get(path.suffix.lower())
    if form is None:
        raise InvalidUsage(f"{path} is neither .csv nor .xlsx", remedy=_REMEDY)
    try:
        if path.stat().st_size > _LARGEST:
            raise InvalidUsage(f"{path} is larger than a review can be", remedy="Split it into several sheets")
        lines = form(path)
    except OSError as error:
        raise InvalidUsage(f"{path} cannot be read: {error.strerror or error}", remedy=_REMEDY) from error
    head = [name.strip().lower() for name in lines[0]] if lines else []
    missing = [name for name in ("kind", "document", "decision") if name not in head]
    if missing:
        raise InvalidUsage(
            f"{path}: the first row does not name {', '.join(missing)}", remedy="Keep the first row of the review"
        )
    for number, line in enumerate(lines[1:], start=2):
        if any(cell.strip() for cell in line):
            yield number, {name: unguarded(cell) for name, cell in zip(head, line, strict=False) if name}


def _csv_lines(path: Path) -> list[list[str]]:
    try:
        text = path.read_bytes().decode("utf-8-sig")
        first = text.partition("\n")[0]
        mark = max(",;\t", key=first.count)  # spreadsheets write the list separator of their country
        csv.field_size_limit(_LARGEST)
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=mark, strict=True))
    except (UnicodeDecodeError, csv.Error) as error:
        raise InvalidUsage(f"{path} cannot be read: {error}", remedy=_REMEDY) from error


def _xlsx_lines(path: Path) -> list[list[str]]:
    try:
        book = _openpyxl().load_workbook(path, read_only=True, data_only=True)
        try:
            return [[_words(cell) for cell in line] for line in book.worksheets[0].iter_rows(values_only=True)]
        finally:
            book.close()
    except InvalidUsage:
        raise
    except Exception as error:  # openpyxl lets through whatever a damaged archive or its XML raises
        raise InvalidUsage(f"{path} cannot be read: {type(error).__name__}: {error}", remedy=_REMEDY) from error


def _words(value: Any) -> str:
    """Return the words of a cell; a date as its day, a whole number without a point."""
    if value is None:
        return ""
    if hasattr(value, "isoformat"):
        return str(value.isoformat()).removesuffix("T00:00:00")
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
