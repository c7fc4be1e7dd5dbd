"""Workbooks written so that the same content is always the same bytes: no times of writing, no changing order."""

import re
import zipfile
from io import BytesIO

from openpyxl import Workbook

# The earliest time that a zip archive can name.
_TIME = (1980, 1, 1, 0, 0, 0)
_MODIFIED = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(</dcterms:)")


def saved(workbook: Workbook) -> bytes:
    """The .xlsx file of a workbook; equal workbooks give equal bytes (with the same version of zlib)."""
    written, steady = BytesIO(), BytesIO()
    workbook.save(written)
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(steady, "w", zipfile.ZIP_DEFLATED) as target:
        for name in sorted(source.namelist(), key=lambda n: (n != "[Content_Types].xml", n)):
            content = source.read(name)
            if name == "docProps/core.xml":
                content = _MODIFIED.sub(rb"\g<1>2020-12-31T00:00:00Z\g<2>", content)
            entry = zipfile.ZipInfo(name, _TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            # Named outright, or Windows and Linux would each write their own mark.
            entry.create_system = 3
            entry.external_attr = 0o600 << 16
            target.writestr(entry, content)
    return steady.getvalue()
