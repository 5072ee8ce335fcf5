"""A FastAPI service that answers repeated ideas from Redis, as `reprise serve --redis-url` does.

    python fastapi_redis.py REDIS_PORT

Reads a form, makes a key of the idea, asks Redis with redis-py's asyncio client and answers with the bytes
that lie there; an idea that is not there is stored first. It serves on a free port of 127.0.0.1 with
uvicorn, uvloop and httptools, in one process and without an access log, and prints the address as its first
line. `reprise bench cache` measures beside it.
"""
import hashlib
import json
import socket
import sys
import unicodedata
from typing import Annotated

import redis.asyncio
import uvicorn
from fastapi import FastAPI, Form, Response

store = redis.asyncio.Redis(host="127.0.0.1", port=int(sys.argv[1]))
app = FastAPI(openapi_url=None)


@app.post("/v1/prompts")
async def write_prompt(idea: Annotated[str, Form()]):
    normal = " ".join(unicodedata.normalize("NFC", idea).split()).rstrip(".!?")
    key = "peer:" + hashlib.sha256(normal.encode()).hexdigest()
    found = await store.get(key)
    if found is None:
        found = json.dumps({"idea": normal, "prompt": "A cute puppy " * 150, "cache": "miss"}).encode()
        await store.set(key, found, ex=3600)
    return Response(found, media_type="application/json", headers={"X-Cache": "hit"})


@app.get("/healthz")
async def health():
    return Response(b"ok\n", media_type="text/plain")


def main():
    listener = socket.create_server(("127.0.0.1", 0), backlog=2048)
    print(f"http://127.0.0.1:{listener.getsockname()[1]}", flush=True)
    config = uvicorn.Config(app, loop="uvloop", http="httptools", access_log=False, log_level="warning")
    uvicorn.Server(config).run(sockets=[listener])


if __name__ == "__main__":
    main()
