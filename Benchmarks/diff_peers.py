"""Other diffs, timed pair by pair: fast-diff-match-patch (C++) and Python's difflib.

    python diff_peers.py PAIRS

PAIRS holds lines {"old","new"} of JSON. For every line of standard input that names a peer, each pair is
compared by it; then a line [nanoseconds, [[operation, length], ...]] is printed for each pair, lengths in
code points. `reprise bench diff` measures beside it.
"""
import json
import sys
import time
from difflib import SequenceMatcher

from fast_diff_match_patch import diff


def difflib(old, new):
    # Above 200 characters its default leaves out every common one, and the answer is no diff to read.
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            yield "=", i2 - i1
        else:
            yield "-", i2 - i1
            yield "+", j2 - j1


# Without a time limit, as the library itself has it; only counted, so that no text is copied.
PEERS = {
    "semantic": lambda old, new: diff(old, new, cleanup="Semantic", counts_only=True),
    "plain": lambda old, new: diff(old, new, cleanup="No", counts_only=True),
    "difflib": lambda old, new: list(difflib(old, new)),
}


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        pairs = [json.loads(line) for line in file if line.strip()]
    for name in sys.stdin:
        peer = PEERS[name.strip()]
        answers = []
        for pair in pairs:
            old, new = pair["old"], pair["new"]
            start = time.perf_counter_ns()
            operations = peer(old, new)
            answers.append([time.perf_counter_ns() - start, operations])
        for answer in answers:
            print(json.dumps(answer, separators=(",", ":")))
        sys.stdout.flush()


main()
