"""The least that a FastAPI service can do for a cached prompt: read a form, look up a dictionary, answer.

    python fastapi_least.py

Serves on a free port of 127.0.0.1 with uvicorn, uvloop and httptools, in one process and without an
access log, and prints the address as its first line. `reprise bench http` measures beside it.
"""
import json
import socket
from typing import Annotated

import uvicorn
from fastapi import FastAPI, Form, Response

PROMPTS = {
    "귀여운 강아지가 뛰노는 밝은 영상": {
        "id": "01KAHW5W7C0000000000000000",
        "prompt": "A cute puppy frolicking, bright and airy, soft daylight, smooth camera movement",
        "cache": "hit",
    }
}
# Encoded beforehand: going over every member for each answer would cost FastAPI another fifth of its speed.
CACHE = {idea: json.dumps(prompt).encode() for idea, prompt in PROMPTS.items()}

app = FastAPI(openapi_url=None)


@app.post("/v1/prompts")
async def write_prompt(idea: Annotated[str, Form()]):
    return Response(CACHE[idea], media_type="application/json")


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
