#!/usr/bin/env python3
"""Speaks as a ComfyUI server does: its queue, its history that forgets, its files.

Standard input is one line of JSON, the plan:
  header   "name: value" that a front door wants; empty for none
  version  of the server; before 0.25 it gives names of its own
  video    the file that comes out, in base 64
  nodes    the classes it has
  stages   what becomes of a job, one look at the queue after the other:
           pending, running, done, error, interrupted, evicted, restarted; the last one stays
  fault    of the submission: taken (the line is cut), drop, or empty
Standard output: "port N". GET /_log is every request so far.
"""
import base64, json, sys, threading, uuid
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

PLAN = json.loads(sys.stdin.readline())
LOCK = threading.Lock()
JOBS, LOG = {}, []


class Job:
    def __init__(self, graph):
        self.graph, self.stages = graph, list(PLAN["stages"])
        self.saves = [i for i, n in graph.items() if n["class_type"].startswith("Save")]
        self.prefix = next((graph[i]["inputs"].get("filename_prefix", "x") for i in self.saves), "x")

    @property
    def stage(self):
        return self.stages[0]

    def advance(self):
        if len(self.stages) > 1:
            self.stages.pop(0)

    @property
    def file(self):
        return f"{self.prefix}_00001_.webm"


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def serve(self):
        raw = self.rfile.read(int(self.headers.get("content-length") or 0))
        if self.path == "/_log":
            return self.answer(200, LOG)
        with LOCK:
            LOG.append({"method": self.command, "path": self.path, "isFile": False,
                        "headers": {k.lower(): v for k, v in self.headers.items()},
                        "body": raw.decode("utf-8", "replace")})
        if PLAN["header"]:
            name, value = PLAN["header"].split(": ")
            if self.headers.get(name) != value:
                return self.answer(401, {"error": "the front door is shut"})
        url = urlsplit(self.path)
        if url.path == "/prompt" and self.command == "POST":
            return self.prompt(json.loads(raw))
        if url.path.startswith("/history/"):
            return self.history(url.path.split("/")[2])
        if url.path == "/queue":
            return self.queue(json.loads(raw) if raw else None)
        if url.path == "/interrupt":
            for job in JOBS.values():
                if job.stage == "running":
                    job.stages = ["interrupted"]
            return self.send(200, b"")
        if url.path == "/view":
            return self.view(parse_qs(url.query)["filename"][0])
        if url.path == "/upload/image":
            return self.answer(200, {"name": "kept (1).png", "subfolder": "in", "type": "input"})
        if url.path == "/system_stats":
            return self.answer(200, {"system": {"comfyui_version": PLAN["version"]},
                                     "devices": [{"name": "cuda:0 Test", "vram_free": 8 << 30}]})
        self.send(404, b"")

    do_GET = do_POST = do_HEAD = serve

    def prompt(self, body):
        if PLAN["fault"] == "drop":
            self.close_connection = True
            return
        errors = {}
        for number, node in body["prompt"].items():
            if node["class_type"] not in PLAN["nodes"]:
                return self.answer(400, {"error": {"type": "missing_node_type", "message": "Node not found",
                                                   "details": node["class_type"], "extra_info": {}},
                                         "node_errors": {}})
            for name, value in node["inputs"].items():
                if value == "missing.safetensors":
                    errors[number] = {"class_type": node["class_type"], "dependent_outputs": ["9"], "errors": [
                        {"type": "value_not_in_list", "message": "Value not in list",
                         "details": f"{name}: 'missing.safetensors' not in ['there.safetensors']"}]}
        if errors:
            return self.answer(400, {"error": {"type": "prompt_outputs_failed_validation",
                                               "message": "Prompt outputs failed validation", "details": ""},
                                     "node_errors": errors})
        old = int(PLAN["version"].split(".")[1]) < 25
        name = str(uuid.uuid4()) if old else body["prompt_id"]
        JOBS[name] = Job(body["prompt"])
        if PLAN["fault"] == "taken":
            self.close_connection = True
            return
        self.answer(200, {"prompt_id": name, "number": 1, "node_errors": {}})

    def queue(self, change):
        if change:
            for name in change.get("delete", []):
                if name in JOBS and JOBS[name].stage == "pending":
                    JOBS[name].stages = ["restarted"]
            return self.send(200, b"")
        lists = {"queue_running": [], "queue_pending": []}
        for name, job in JOBS.items():
            if job.stage in ("running", "pending"):
                lists["queue_" + job.stage].append([1, name, job.graph, {}, job.saves])
        self.answer(200, lists)
        for job in JOBS.values():
            job.advance()

    def history(self, name):
        job = JOBS.get(name)
        if not job or job.stage not in ("done", "error", "interrupted"):
            return self.answer(200, {})
        entry = {"prompt": [1, name, job.graph, {}, job.saves], "outputs": {},
                 "status": {"status_str": "success", "completed": True, "messages": []}}
        if job.stage == "done":
            entry["outputs"] = {job.saves[0]: {"images": [
                {"filename": job.file, "subfolder": "", "type": "output"}], "animated": [True]}}
        else:
            event = {"error": ["execution_error", {"node_id": "3", "node_type": "KSampler",
                                                   "exception_type": "torch.OutOfMemoryError",
                                                   "exception_message": "CUDA out of memory"}],
                     "interrupted": ["execution_interrupted", {"node_id": "3"}]}[job.stage]
            entry["status"] = {"status_str": "error", "completed": False, "messages": [event]}
        self.answer(200, {name: entry})

    def view(self, name):
        kept = any(j.file == name and j.stage in ("done", "evicted") for j in JOBS.values())
        self.send(200, base64.b64decode(PLAN["video"])) if kept else self.send(404, b"")

    def answer(self, status, body):
        self.send(status, json.dumps(body).encode())

    def send(self, status, body):
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)


if __name__ == "__main__":
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    with LOCK:
        print(f"port {server.server_port}", flush=True)
    threading.Event().wait()
