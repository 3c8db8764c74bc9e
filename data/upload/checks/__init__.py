"""The checks of an upload, by stage: each is a small function that looks at one thing and gives its findings."""

from data.upload.checks.frame import check_frame, limited
from data.upload.checks.header import check_layout
from data.upload.checks.sheets import check_sheets

__all__ = ["check_frame", "check_layout", "check_sheets", "limited"]
