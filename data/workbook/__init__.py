"""Reading any file an office sends into cells."""

from .limits import Limits
from .model import Sheet, Unreadable, Value, Workbook, address
from .reading import read, read_in_process

__all__ = ["Limits", "Sheet", "Unreadable", "Value", "Workbook", "address", "read", "read_in_process"]
