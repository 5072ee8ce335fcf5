"""Look-ups by meaning in GPTCache with faiss and SQLite, without a server around it.

    python gptcache_lookup.py FOLDER SECONDS

Stores a thousand ideas, then looks other wordings of them up, one after the other. The embedding is the
cheapest there can be, hashed words looked up in a table, so that what is measured is the cache and not a
model. Prints one line that `reprise bench cache` reads.
"""
import os
import sys
import time
import zlib

import numpy

os.chdir(sys.argv[1])

from gptcache import Cache  # noqa: E402
from gptcache.adapter.api import get, put  # noqa: E402
from gptcache.manager import CacheBase, VectorBase, get_data_manager  # noqa: E402
from gptcache.similarity_evaluation.distance import SearchDistanceEvaluation  # noqa: E402

DIMENSION = 384
SUBJECTS = ["man", "woman", "boy", "girl", "dog", "cat", "horse", "robot", "child", "bird"]
VERBS = ["rides", "watches", "paints", "pushes", "carries", "finds", "builds", "cleans", "follows", "opens"]
OBJECTS = ["bicycle", "boat", "door", "piano", "tree", "car", "house", "kite", "train", "bridge"]


def embed(text, **_):
    vector = numpy.zeros(DIMENSION, dtype="float32")
    for word in text.lower().split():
        vector[zlib.crc32(word.encode()) % DIMENSION] += 1
    return vector / numpy.linalg.norm(vector)


def main():
    cache = Cache()
    manager = get_data_manager(CacheBase("sqlite"), VectorBase("faiss", dimension=DIMENSION))
    cache.init(
        pre_embedding_func=lambda data, **_: data["prompt"],
        embedding_func=embed,
        data_manager=manager,
        similarity_evaluation=SearchDistanceEvaluation(),
    )
    ideas = [f"a {s} {v} a {o}" for s in SUBJECTS for v in VERBS for o in OBJECTS]
    for idea in ideas:
        put(idea, "A cute puppy " * 150, cache_obj=cache)
    wordings = [idea.replace("a ", "the ", 1) for idea in ideas]
    times, hits, end = [], 0, time.perf_counter() + float(sys.argv[2])
    while time.perf_counter() < end:
        start = time.perf_counter()
        hits += get(wordings[len(times) % len(wordings)], cache_obj=cache) is not None
        times.append(time.perf_counter() - start)
    total = sum(times)
    times.sort()
    percentile = lambda share: int(times[min(len(times) - 1, int(len(times) * share))] * 1e6)
    print(
        f"figures requests={len(times)} microseconds={int(total * 1e6)} p50={percentile(0.5)} "
        f"p99={percentile(0.99)} failed={0 if hits else len(times)}",
        flush=True,
    )


if __name__ == "__main__":
    main()
