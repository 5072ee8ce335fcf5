#!/usr/bin/env python3
"""Ten instances behind nginx, with MongoDB as a replica set of three and Redis, on this one machine.

    Benchmarks/fleet.py [--instances 10] [--seconds 10] [--program .build/release/reprise]

Prints requests a second through nginx, what people notice when an instance, Redis and MongoDB's primary are
killed, and how long another instance serves what was edited elsewhere. Needs nginx, redis-server, wrk, and the
mongod of scripts/fetch-packages test. Everything listens on 127.0.0.1 and ends with the script.
"""
import argparse
import json
import pathlib
import re
import signal
import socket
import struct
import subprocess
import tempfile
import threading
import time
import urllib.error
import urllib.parse
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parent.parent
MONGOD = ROOT / "data/packages/mongod/mongod"
children = []


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def start(*words):
    child = subprocess.Popen([str(word) for word in words], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    children.append(child)
    return child


def bson(value):
    """A document of what replSetInitiate and hello need."""
    out = b""
    for name, item in value.items():
        key = name.encode() + b"\0"
        if isinstance(item, bool):
            out += b"\x08" + key + bytes([item])
        elif isinstance(item, int):
            out += b"\x10" + key + struct.pack("<i", item)
        elif isinstance(item, str):
            out += b"\x02" + key + struct.pack("<i", len(item.encode()) + 1) + item.encode() + b"\0"
        elif isinstance(item, list):
            out += b"\x04" + key + bson({str(index): entry for index, entry in enumerate(item)})
        else:
            out += b"\x03" + key + bson(item)
    return struct.pack("<i", len(out) + 5) + out + b"\0"


def mongo(port, command):
    """Sends one command to a mongod (OP_MSG) and returns the answer's bytes."""
    body = struct.pack("<i", 0) + b"\0" + bson({**command, "$db": "admin"})
    with socket.create_connection(("127.0.0.1", port), timeout=5) as link:
        link.sendall(struct.pack("<iiii", len(body) + 16, 1, 0, 2013) + body)
        length = struct.unpack("<i", link.recv(4, socket.MSG_WAITALL))[0]
        return link.recv(length - 4, socket.MSG_WAITALL)


def is_primary(port):
    try:
        return b"\x08isWritablePrimary\0\x01" in mongo(port, {"hello": 1})
    except OSError:
        return False


def wait_until(check, seconds, what):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if check():
            return
        time.sleep(0.05)
    raise SystemExit(f"{what} did not come to be within {seconds} s")


def ask(port, path, form=None, timeout=35):
    """Status and body; 0 when there was no answer."""
    data = urllib.parse.urlencode(form).encode() if form is not None else None
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", data, timeout=timeout) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()
    except OSError:
        return 0, ""


class Fleet:
    def __init__(self, folder, program, count):
        self.members = {free_port(): None for _ in range(3)}
        for port in self.members:
            (folder / f"db{port}").mkdir()
            self.members[port] = start(MONGOD, "--dbpath", folder / f"db{port}", "--port", port, "--bind_ip",
                                       "127.0.0.1", "--replSet", "rs0", "--nounixsocket", "--oplogSize", "200",
                                       "--wiredTigerCacheSizeGB", "0.25", "--logpath", folder / f"db{port}/log")
        ports = list(self.members)
        wait_until(lambda: all(self.answers(port) for port in ports), 60, "mongod")
        mongo(ports[0], {"replSetInitiate": {"_id": "rs0", "members": [
            {"_id": index, "host": f"127.0.0.1:{port}"} for index, port in enumerate(ports)]}})
        wait_until(self.primary, 60, "a primary")
        self.redis_port = free_port()
        self.start_redis()
        uri = "mongodb://" + ",".join(f"127.0.0.1:{port}" for port in ports) + "/?replicaSet=rs0"
        self.instances = {}
        for _ in range(count):
            port = free_port()
            self.instances[port] = start(
                program, "serve", "--port", port, "--data-dir", folder / f"i{port}", "--log-level", "error",
                "--mongodb-uri", uri, "--redis-url", f"redis://127.0.0.1:{self.redis_port}/0")
        wait_until(lambda: all(ask(port, "/readyz")[0] == 200 for port in self.instances), 120, "instances")
        self.port = free_port()
        upstream = "".join(f"server 127.0.0.1:{port} max_fails=1 fail_timeout=2s;" for port in self.instances)
        (folder / "nginx.conf").write_text(
            f"daemon off; master_process off; pid {folder}/nginx.pid; error_log /dev/null;"
            f"events {{ worker_connections 2048; }} http {{ access_log off; client_body_temp_path {folder}/b;"
            f"proxy_temp_path {folder}/p; fastcgi_temp_path {folder}/f; uwsgi_temp_path {folder}/u;"
            f"scgi_temp_path {folder}/s; upstream fleet {{ {upstream} keepalive 64; }}"
            f"server {{ listen 127.0.0.1:{self.port}; location / {{ proxy_pass http://fleet;"
            "proxy_http_version 1.1; proxy_set_header Connection ''; proxy_next_upstream error timeout; } } }")
        start("nginx", "-c", folder / "nginx.conf", "-p", folder)
        wait_until(lambda: ask(self.port, "/healthz")[0] == 200, 20, "nginx")

    @staticmethod
    def answers(port):
        try:
            return bool(mongo(port, {"hello": 1}))
        except OSError:
            return False

    def primary(self):
        return next((port for port in self.members if is_primary(port)), None)

    def start_redis(self):
        self.redis = start("redis-server", "--port", self.redis_port, "--bind", "127.0.0.1", "--save", "",
                           "--appendonly", "no")


class Stream:
    """Writes one prompt after another through nginx, and notes how each went."""

    def __init__(self, fleet, name):
        self.fleet, self.name, self.ends, self.results = fleet, name, False, []
        self.threads = [threading.Thread(target=self.work, args=(index,)) for index in range(4)]

    def work(self, index):
        number = 0
        while not self.ends:
            began = time.monotonic()
            status, _ = ask(self.fleet.port, "/v1/prompts", {"idea": f"A fox {self.name} {index} {number} runs"})
            self.results.append((began, time.monotonic(), status))
            number += 1

    def during(self, event, seconds):
        for thread in self.threads:
            thread.start()
        time.sleep(2)
        at = time.monotonic()
        event()
        time.sleep(seconds)
        self.ends = True
        for thread in self.threads:
            thread.join()
        good = sorted(end for _, end, status in self.results if status in (200, 201) and end > at)
        gaps = [second - first for first, second in zip([at, *good], good)]
        failed = sum(status not in (200, 201) for _, _, status in self.results)
        print(f"  {self.name:28} {len(self.results):9,} {failed:9,} {max(gaps, default=seconds):14.2f}", flush=True)


def wrk(port, lua, seconds, form):
    words = ["wrk", "-t1", "-c64", f"-d{seconds}s", "--latency", "--script", ROOT / "Benchmarks" / lua,
             f"http://127.0.0.1:{port}/v1/prompts", "--", urllib.parse.urlencode(form)]
    text = subprocess.run([str(word) for word in words], capture_output=True, text=True, check=True).stdout
    figures = {name: int(value) for name, value in re.findall(r"(\w+)=(\d+)", text[text.index("figures "):])}
    return (f"{figures['requests'] * 1e6 / figures['microseconds']:,.0f} requests/s, p50 {figures['p50'] / 1000:.1f} ms, "
            f"p99 {figures['p99'] / 1000:.1f} ms, {figures['failed']} failed")


def staleness(fleet, rounds=5):
    """How long after an edit elsewhere an instance still serves the old text for a repeated idea."""
    times = []
    ports = list(fleet.instances)
    for number in range(rounds):
        idea = f"A whale number {number} swims at night"
        _, body = ask(ports[0], "/v1/prompts", {"idea": idea})
        prompt = json.loads(body)["id"]
        for port in ports:
            ask(port, "/v1/prompts", {"idea": idea})
        text = f"a whale, take {number}, swims slowly"
        ask(ports[0], f"/v1/prompts/{prompt}/revisions", {"text": text})
        began = time.monotonic()
        stale = set(ports)
        while stale and time.monotonic() - began < 30:
            stale = {port for port in stale if text not in ask(port, "/v1/prompts", {"idea": idea})[1]}
        times.append(time.monotonic() - began if not stale else float("inf"))
    return times


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--instances", type=int, default=10)
    parser.add_argument("--seconds", type=int, default=10)
    parser.add_argument("--program", default=str(ROOT / ".build/release/reprise"))
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="reprise-fleet-") as name:
        try:
            fleet = Fleet(pathlib.Path(name), options.program, options.instances)
            print(f"{options.instances} instances behind nginx, replica set of three, Redis, one machine")
            form = {"idea": "A man is riding a bicycle down the street."}
            ask(fleet.port, "/v1/prompts", form)
            for title, lua in (("cached prompt", "load.lua"), ("new prompts", "load_unique.lua")):
                print(f"  {title}: {wrk(fleet.port, lua, options.seconds, form)}", flush=True)
            times = staleness(fleet)
            print(f"  an edit is served by all instances after {min(times):.2f} to {max(times):.2f} s", flush=True)
            print(f"  {'killed while 4 write':28} {'requests':>9} {'failed':>9} {'longest gap s':>14}")
            victim = next(iter(fleet.instances))
            Stream(fleet, "one instance").during(fleet.instances[victim].kill, options.seconds)
            Stream(fleet, "Redis").during(fleet.redis.kill, options.seconds)
            fleet.start_redis()
            Stream(fleet, "the primary of MongoDB").during(
                fleet.members[fleet.primary()].kill, options.seconds + 20)
        finally:
            for child in reversed(children):
                child.send_signal(signal.SIGKILL)
                child.wait()


if __name__ == "__main__":
    main()
