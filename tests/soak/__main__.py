"""Runs the modules of this package that are named, or all of them, and prints how long each took."""

import sys
import time
from importlib import import_module
from pkgutil import iter_modules

import soak

for name in sys.argv[1:] or sorted(one.name for one in iter_modules(soak.__path__) if not one.name.startswith("_")):
    print(f"{name}: {import_module(f'soak.{name}').__doc__.splitlines()[0]}", flush=True)
    began = time.monotonic()
    import_module(f"soak.{name}").soak()
    print(f"{name}: held, {time.monotonic() - began:.0f} s", flush=True)
