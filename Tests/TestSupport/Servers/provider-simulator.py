#!/usr/bin/env python3
"""Speaks as the services that make videos do: their shapes, words, codes and bad days, as tables.

Standard input is one line of JSON, the plan:
  service  whose tables are used
  key      what the header of the service has to hold
  video    the file that comes out, in base 64
  end      how jobs end: succeeded, failed, policy, cancelled, strange (a word nobody knows), never, gone
  submit, poll, file: what goes wrong, one request after the other; then nothing does
                      (a name of the tables of errors, or drop, taken (accepted, then the line is cut),
                       stall, page, echo (the key comes back), in-body, expired, truncated, endless, redirect URL)
Standard output: "port N". GET /_log is every request so far. Links lead to a second port, as to another host.
"""
import base64, json, sys, threading, time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

PLAN = json.loads(sys.stdin.readline())
LOCK = threading.Lock()
JOBS, LOG = {}, []
VIDEO = base64.b64decode(PLAN["video"])


class Job:
    def __init__(self, number, body):
        self.id, self.body, self.looks, self.links = f"task-{number}", body, 0, 0
        self.cancelled = False

    def stage(self):
        """queued, running, and then how it ends."""
        if self.cancelled:
            return "cancelled"
        self.looks += 1
        if self.looks == 1:
            return "queued"
        return "running" if self.looks == 2 or PLAN["end"] == "never" else PLAN["end"]

    def link(self):
        self.links += 1
        return f"http://127.0.0.1:{FILES.server_port}/files/{self.id}.webm?turn={self.links}"


def kling(job, stage):
    words = {"queued": "submitted", "running": "processing", "succeeded": "succeed", "failed": "failed",
             "policy": "failed", "cancelled": "failed", "strange": "pondering"}
    data = {"task_id": job.id, "task_status": words[stage], "task_info": {}, "created_at": 1, "updated_at": 2}
    if stage == "succeeded":
        data["task_result"] = {"videos": [{"id": "v", "url": job.link(), "duration": "5.1"}]}
    if stage == "failed":
        data["task_status_msg"] = "internal error"
    if stage == "policy":
        data["task_status_msg"] = "Failure to pass the risk control system"
    return {"code": 0, "message": "SUCCEED", "request_id": "r", "data": data}


def dashscope(job, stage):
    words = {"queued": "PENDING", "running": "RUNNING", "succeeded": "SUCCEEDED", "failed": "FAILED",
             "policy": "FAILED", "cancelled": "CANCELED", "strange": "PONDERING", "gone": "UNKNOWN"}
    output = {"task_id": job.id, "task_status": words[stage]}
    if stage == "succeeded":
        output |= {"video_url": job.link(), "orig_prompt": "a", "actual_prompt": "What became of it"}
    if stage == "failed":
        output |= {"code": "InternalError", "message": "The algorithm failed"}
    if stage == "policy":
        output |= {"code": "DataInspectionFailed", "message": "Input data may contain inappropriate content"}
    return {"request_id": "r", "output": output}


def openai(job, stage):
    words = {"queued": "queued", "running": "in_progress", "succeeded": "completed", "failed": "failed",
             "policy": "failed", "cancelled": "cancelled", "strange": "unknown"}
    answer = {"id": job.id, "object": "video", "status": words[stage], "progress": 50 if stage == "running" else 0}
    if stage == "failed":
        answer["error"] = {"code": "server_error", "message": "It broke"}
    if stage == "policy":
        answer["error"] = {"code": "moderation_blocked", "message": "Refused"}
    return answer


def newapi(job, stage):
    answer = openai(job, stage) | {"task_id": job.id}
    if stage == "succeeded":
        answer["url"] = job.link()
    return answer


def sora_hk(job, stage):
    words = {"queued": "pending", "running": "processing", "succeeded": "completed", "failed": "failed",
             "policy": "failed", "cancelled": "failed", "strange": "pondering"}
    data = {"task_id": job.id, "status": words[stage], "progress": 50}
    if stage == "succeeded":
        data["video_url"] = job.link()
    if stage in ("failed", "policy"):
        data["error_msg"] = "It broke"
    return {"code": 200, "message": "ok", "data": data}


def runway(job, stage):
    words = {"queued": "THROTTLED", "running": "RUNNING", "succeeded": "SUCCEEDED", "failed": "FAILED",
             "policy": "FAILED", "cancelled": "CANCELLED", "strange": "PONDERING"}
    answer = {"id": job.id, "createdAt": "2026-11-20T00:00:00Z", "status": words[stage]}
    if stage == "running":
        answer["progress"] = 0.5
    if stage == "succeeded":
        answer["output"] = [job.link()]
    if stage == "failed":
        answer |= {"failure": "An error occurred", "failureCode": "INTERNAL.BAD_OUTPUT.CODE01"}
    if stage == "policy":
        answer |= {"failure": "Refused", "failureCode": "SAFETY.INPUT.TEXT"}
    return answer


def replicate(job, stage):
    words = {"queued": "starting", "running": "processing", "succeeded": "succeeded", "failed": "failed",
             "policy": "failed", "cancelled": "canceled", "strange": "pondering"}
    return {"id": job.id, "status": words[stage], "output": job.link() if stage == "succeeded" else None,
            "error": "It broke" if stage in ("failed", "policy") else None, "logs": ""}


def seedance(job, stage):
    words = {"queued": "queued", "running": "running", "succeeded": "succeeded", "failed": "failed",
             "policy": "failed", "cancelled": "cancelled", "strange": "pondering", "gone": "expired"}
    answer = {"id": job.id, "status": words[stage]}
    if stage == "succeeded":
        answer["content"] = {"video_url": job.link()}
    if stage == "failed":
        answer["error"] = {"code": "InternalServiceError", "message": "It broke"}
    if stage == "policy":
        answer["error"] = {"code": "InputTextSensitiveContentDetected", "message": "Refused"}
    return answer


def fal(job, stage):
    words = {"queued": "IN_QUEUE", "running": "IN_PROGRESS", "strange": "PONDERING"}
    return {"status": words.get(stage, "COMPLETED"), "request_id": job.id}


def fal_result(job, stage):
    if stage == "failed":
        return 500, {"detail": "It broke"}
    if stage == "policy":
        return 422, {"detail": [{"loc": ["body", "prompt"], "msg": "Refused", "type": "content_policy_violation"}]}
    return 200, {"video": {"url": job.link(), "content_type": "video/webm"}}


def openai_errors(code):
    return {"error": {"message": code, "type": code, "param": None, "code": code}}


def dash_error(code):
    return {"request_id": "r", "code": code, "message": code}


BEARER = ("authorization", "Bearer ")
# how: where the name of the job stands in the path; accepted: what a submission is answered with.
SERVICES = {
    "kling": dict(
        auth=BEARER, submit=["/v1/videos/text2video", "/v1/videos/image2video"], how=("/v1/videos/", 4),
        accepted=lambda job: kling(job, "queued"), state=kling, own="external_task_id",
        errors={"authentication": (401, {"code": 1002, "message": "access key is invalid"}),
                "balance": (429, {"code": 1102, "message": "Account balance not enough"}),
                "throttled": (429, {"code": 1303, "message": "parallel task over resource pack limit"}),
                "policy": (400, {"code": 1301, "message": "content security policy"}),
                "invalid": (400, {"code": 1201, "message": "model is not supported"}),
                "transient": (500, {"code": 5000, "message": "internal error"}),
                "absent": (400, {"code": 1203, "message": "the task does not exist"}),
                "in-body": (200, {"code": 1303, "message": "parallel task over resource pack limit"})}),
    "dashscope": dict(
        auth=BEARER, submit=["/api/v1/services/aigc/video-generation/video-synthesis"],
        how=("/api/v1/tasks/", 4), accepted=lambda job: dashscope(job, "queued"), state=dashscope,
        cancel=("POST", "/cancel"),
        errors={"authentication": (401, dash_error("InvalidApiKey")), "balance": (403, dash_error("Arrearage")),
                "throttled": (429, dash_error("Throttling.RateQuota")),
                "policy": (400, dash_error("DataInspectionFailed")),
                "invalid": (400, dash_error("InvalidParameter")),
                "transient": (500, dash_error("InternalError"))}),
    "openai-videos": dict(
        auth=BEARER, submit=["/v1/videos"], how=("/v1/videos/", 3), accepted=lambda job: openai(job, "queued"),
        state=openai, content="/content",
        errors={"authentication": (401, openai_errors("invalid_api_key")),
                "balance": (429, openai_errors("insufficient_quota")),
                "throttled": (429, openai_errors("rate_limit_exceeded")),
                "policy": (400, openai_errors("moderation_blocked")),
                "invalid": (400, openai_errors("invalid_value")),
                "transient": (500, openai_errors("server_error"))}),
    "newapi": dict(
        auth=BEARER, submit=["/v1/video/generations"], how=("/v1/video/generations/", 4),
        accepted=lambda job: {"task_id": job.id, "status": "queued"}, state=newapi,
        errors={"authentication": (401, openai_errors("invalid_api_key")),
                "balance": (403, openai_errors("insufficient_user_quota")),
                "throttled": (429, openai_errors("rate_limit_exceeded")),
                "policy": (400, openai_errors("content_policy_violation")),
                "invalid": (400, openai_errors("invalid_request")),
                "transient": (502, openai_errors("bad_response"))}),
    "sora-hk": dict(
        auth=BEARER, submit=["/create"], how=("/tasks/", 2),
        accepted=lambda job: {"code": 200, "message": "ok",
                              "data": {"task_id": job.id, "status": "pending", "cost": 3}},
        state=sora_hk,
        errors={"authentication": (200, {"code": 401, "message": "bad key"}),
                "balance": (200, {"code": 1012, "message": "balance"}), "throttled": (429, {}),
                "invalid": (200, {"code": 1001, "message": "parameters"}),
                "transient": (503, {"code": 500, "message": "broken"}),
                "in-body": (200, {"code": 1012, "message": "balance"})}),
    "runway": dict(
        auth=BEARER, submit=["/v1/text_to_video", "/v1/image_to_video"], how=("/v1/tasks/", 3),
        accepted=lambda job: {"id": job.id}, state=runway, cancel=("DELETE", ""),
        errors={"authentication": (401, {"error": "Unauthorized"}), "throttled": (429, {"error": "Slow down"}),
                "invalid": (400, {"error": "Validation of body failed"}),
                "transient": (503, {"error": "Unavailable"})}),
    "replicate": dict(
        auth=BEARER, submit=["/v1/models/wan-video/wan-2.2-t2v-fast/predictions"], how=("/v1/predictions/", 3),
        accepted=lambda job: {"id": job.id, "status": "starting"}, state=replicate, cancel=("POST", "/cancel"),
        errors={"authentication": (401, {"title": "Unauthenticated", "detail": "Bad token"}),
                "balance": (402, {"title": "Insufficient credit", "detail": "Buy some"}),
                "throttled": (429, {"detail": "Request was throttled"}),
                "invalid": (422, {"title": "Input validation failed", "detail": "duration"}),
                "transient": (500, {"detail": "Internal"})}),
    "seedance": dict(
        auth=BEARER, submit=["/api/v3/contents/generations/tasks"], how=("/api/v3/contents/generations/tasks/", 6),
        accepted=lambda job: {"id": job.id}, state=seedance, cancel=("DELETE", ""),
        errors={"authentication": (401, openai_errors("AuthenticationError")),
                "balance": (403, openai_errors("AccountOverdueError")),
                "throttled": (429, openai_errors("RateLimitExceeded")),
                "policy": (400, openai_errors("InputTextSensitiveContentDetected")),
                "invalid": (400, openai_errors("InvalidParameter")),
                "transient": (500, openai_errors("InternalServiceError"))}),
    "fal": dict(
        auth=("authorization", "Key "), submit=["/fal-ai/pika/v2.2/text-to-video"],
        how=("/fal-ai/pika/requests/", 4), tail="/status",
        accepted=lambda job: {"request_id": job.id, "status": "IN_QUEUE", "queue_position": 0}, state=fal,
        result=fal_result, cancel=("PUT", "/cancel"),
        errors={"authentication": (401, {"detail": "Invalid key"}), "throttled": (429, {"detail": "Slow down"}),
                "invalid": (422, {"detail": [{"loc": ["body"], "msg": "wrong", "type": "value_error"}]}),
                "transient": (500, {"detail": "Internal"})}),
}
SERVICE = SERVICES.get(PLAN["service"])


class Dropped(Exception):
    pass


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    files = False

    def log_message(self, *_):
        pass

    def handle_one_request(self):
        try:
            super().handle_one_request()
        except (Dropped, ConnectionError):
            self.close_connection = True

    def serve(self):
        length = int(self.headers.get("content-length") or 0)
        raw = self.rfile.read(length)
        if self.path == "/_log":
            return self.answer(200, LOG)
        with LOCK:
            LOG.append({"method": self.command, "path": self.path, "isFile": self.files,
                        "headers": {k.lower(): v for k, v in self.headers.items()},
                        "body": raw.decode("utf-8", "replace")})
        url = urlsplit(self.path)
        if url.path.startswith("/files/"):
            return self.send_file()
        name, prefix = SERVICE["auth"]
        if self.headers.get(name) != prefix + PLAN["key"]:
            return self.fail("authentication")
        body = json.loads(raw) if raw else {}
        self.route(url.path, body)

    do_GET = do_POST = do_PUT = do_DELETE = do_HEAD = serve

    def route(self, path, body):
        if self.command == "POST" and path in SERVICE["submit"]:
            return self.submit(body)
        base, place = SERVICE["how"]
        if not path.startswith(base) and not path.startswith("/v1/videos/"):
            return self.answer(200, {"code": 0} if PLAN["service"] == "kling" else {"code": 200})
        job = self.find(path.split("/")[place])
        if job is None:
            return self.fail("absent") if "absent" in SERVICE["errors"] else self.answer(404, {"error": {}})
        method, tail = SERVICE.get("cancel", ("", ""))
        if self.command == method and path.endswith(tail):
            job.cancelled = True
            return self.answer(200, {})
        if path.endswith(SERVICE.get("content", "\0")):
            return self.send_file()
        if "result" in SERVICE and not path.endswith(SERVICE["tail"]):
            return self.answer(*SERVICE["result"](job, PLAN["end"]))
        if self.fault("poll"):
            return
        stage = job.stage()
        if stage == "gone" and PLAN["service"] not in ("dashscope", "seedance"):
            return self.fail("absent") if "absent" in SERVICE["errors"] else self.answer(404, {"error": {}})
        self.answer(200, SERVICE["state"](job, stage))

    def submit(self, body):
        fault = PLAN["submit"].pop(0) if PLAN["submit"] else None
        if fault and fault != "taken":
            return self.misbehave(fault)
        with LOCK:
            job = Job(len(JOBS) + 1, body)
            JOBS[job.id] = job
        if fault == "taken":
            raise Dropped
        self.answer(200, SERVICE["accepted"](job))

    def find(self, name):
        own = SERVICE.get("own")
        for job in JOBS.values():
            if name in (job.id, job.body.get(own) if own else None):
                return job
        return None

    def fault(self, kind):
        faults = PLAN[kind]
        if not faults:
            return False
        self.misbehave(faults.pop(0))
        return True

    def misbehave(self, fault):
        if fault == "drop":
            raise Dropped
        if fault == "stall":
            time.sleep(3600)
        if fault == "echo":
            return self.answer(400, {"code": 1201, "message": "wrong: " + self.headers["Authorization"]})
        if fault == "page":
            return self.send(200, b"<!DOCTYPE html><html><body>Sign in</body></html>", {"Content-Type": "text/html"})
        if fault == "throttled-after":
            status, body = SERVICE["errors"]["throttled"]
            return self.answer(status, body, {"Retry-After": "7"})
        self.fail(fault)

    def fail(self, name):
        self.answer(*SERVICE["errors"][name])

    def answer(self, status, body, headers=None):
        self.send(status, json.dumps(body).encode(), {"Content-Type": "application/json"} | (headers or {}))

    def send(self, status, body, headers):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def send_file(self):
        fault = PLAN["file"].pop(0) if PLAN["file"] else ""
        if fault == "expired":
            return self.send(403, b"<Error>Request has expired</Error>", {"Content-Type": "application/xml"})
        if fault == "page":
            return self.send(200, b"<!DOCTYPE html><html></html>", {"Content-Type": "text/html"})
        if fault == "truncated":
            self.send_response(200)
            self.send_header("Content-Length", str(len(VIDEO)))
            self.end_headers()
            self.wfile.write(VIDEO[: len(VIDEO) // 2])
            raise Dropped
        if fault == "endless":
            self.send_response(200)
            self.end_headers()
            while True:
                self.wfile.write(VIDEO[:4] + b"\0" * 65536)
        if fault.startswith("redirect "):
            return self.send(302, b"", {"Location": fault.split(" ", 1)[1]})
        self.send(200, VIDEO, {"Content-Type": "application/octet-stream"})


class FileHandler(Handler):
    files = True


FILES = ThreadingHTTPServer(("127.0.0.1", 0), FileHandler)


def serve(handler):
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    for each in (server, FILES):
        each.daemon_threads = True
        threading.Thread(target=each.serve_forever, args=(0.05,), daemon=True).start()
    with LOCK:
        print(f"port {server.server_port}", flush=True)
    threading.Event().wait()


if __name__ == "__main__":
    serve(Handler)
