"""Keeps answers that consist of figures, so many figures in all: the answers that were asked last stay."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sized
from threading import RLock
from typing import TypeVar

from cachetools import LRUCache, cached

Answer = TypeVar("Answer", bound=Sized)


def kept(answer: Callable[..., Answer], most: int) -> Callable[..., Answer]:
    """Keep the answers of a function; one with more figures than `most` is given and not kept."""
    cache: LRUCache[Hashable, Answer] = LRUCache(most, getsizeof=lambda one: len(one) + 1)
    return cached(cache, lock=RLock())(answer)
