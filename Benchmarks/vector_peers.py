"""The peers of `reprise bench recommend`: faiss-cpu (flat and HNSW) and chromadb, on the same vectors.

    vector_peers.py VECTORS COUNT DIMENSION QUERIES LIMIT PEER

VECTORS holds COUNT rows of float32, then QUERIES rows that are asked for. Prints one line of JSON: seconds to
build, megabytes that the build took, milliseconds of each query, and what each found.
"""
import json
import resource
import sys
import time

import numpy


def resident():
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmRSS")) / 1024


def faiss_index(kind, dimension):
    import faiss

    faiss.omp_set_num_threads(1)
    if kind == "faiss-flat":
        return faiss.IndexFlatIP(dimension)
    index = faiss.IndexHNSWFlat(dimension, 16, faiss.METRIC_INNER_PRODUCT)
    index.hnsw.efConstruction, index.hnsw.efSearch = 200, 160
    return index


def chroma_collection():
    import chromadb

    client = chromadb.EphemeralClient(chromadb.Settings(anonymized_telemetry=False))
    return client.create_collection("prompts", metadata={
        "hnsw:space": "cosine", "hnsw:M": 16, "hnsw:construction_ef": 200, "hnsw:search_ef": 160,
        "hnsw:num_threads": 1})


def main():
    path, count, dimension, queries, limit, peer = sys.argv[1:]
    count, dimension, queries, limit = int(count), int(dimension), int(queries), int(limit)
    rows = numpy.fromfile(path, dtype=numpy.float32).reshape(count + queries, dimension)
    data, asked = rows[:count], rows[count:]
    before, start = resident(), time.perf_counter()
    if peer == "chromadb":
        collection = chroma_collection()
        for first in range(0, count, 5000):
            part = data[first:first + 5000]
            collection.add(ids=[str(first + i) for i in range(len(part))], embeddings=part)

        def search(row):
            found = collection.query(query_embeddings=row, n_results=limit, include=["distances"])
            return [int(key) for key in found["ids"][0]]
    else:
        index = faiss_index(peer, dimension)
        index.add(data)

        def search(row):
            return index.search(row, limit)[1][0].tolist()
    built, after = time.perf_counter() - start, resident()
    times, found = [], []
    for row in asked:
        start = time.perf_counter()
        found.append(search(row.reshape(1, -1)))
        times.append((time.perf_counter() - start) * 1000)
    print(json.dumps({"seconds": built, "megabytes": after - before, "milliseconds": times, "found": found,
                      "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))


main()
