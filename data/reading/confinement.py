"""Takes rights away from the process that calls it; what a system does not know is left out.

Windows has no `resource`: there only the clock of the parent limits the child. A network namespace of its own needs
Linux with user namespaces; where it is refused, the child simply has no reason to use the network.
"""

from __future__ import annotations

import ctypes
import os
import sys
from contextlib import suppress

from data.reading.limits import Limits

try:
    import resource
except ImportError:  # Windows
    resource = None  # type: ignore[assignment]

NEW_USER, NEW_NETWORK = 0x10000000, 0x40000000
"""CLONE_NEWUSER and CLONE_NEWNET of unshare(2)."""
OPEN_FILES = 64
LOWER_PRIORITY = 10


def confine(limits: Limits) -> None:
    """Limit memory, processor time, files and priority of this process, and cut it off from the network."""
    if sys.platform == "linux":
        ctypes.CDLL(None).unshare(NEW_USER | NEW_NETWORK)
    with suppress(AttributeError, OSError):
        os.nice(LOWER_PRIORITY)
    if resource is None:
        return
    for kind, most in (
        (resource.RLIMIT_AS, limits.memory_bytes),
        (resource.RLIMIT_CPU, limits.cpu_seconds),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, OPEN_FILES),
    ):
        with suppress(ValueError, OSError):
            # at the soft limit of processor time comes SIGXCPU, which tells the parent why; at the hard one SIGKILL
            resource.setrlimit(kind, (most, most + (kind == resource.RLIMIT_CPU)))
