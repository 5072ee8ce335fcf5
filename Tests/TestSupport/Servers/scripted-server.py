"""An HTTP server that answers as it is told, good or bad.

It reads a list of answers as JSON from standard input, says "port N", answers the first request with the
first, and so on (the last one again and again), and writes every request as a line of JSON.

An answer has status, headers, body, or one of:
  stall   nothing is sent; the connection stays open
  begin   the head and half of the body are sent, then nothing
  drop    the connection ends before the answer
  cut     the connection ends in the middle of the body
  flood   a body of this many bytes, with its length said when "length" is true
Arguments: a certificate and its key, for TLS.
"""

import json
import ssl
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

script = json.load(sys.stdin)
lock = threading.Lock()
forever = threading.Event()


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def answer(self):
        length = int(self.headers.get("Content-Length", 0))
        body = self.rfile.read(length).decode("utf-8", "replace")
        with lock:
            step = script.pop(0) if len(script) > 1 else script[0]
            print(json.dumps({"method": self.command, "path": self.path, "body": body,
                              "headers": {k.lower(): v for k, v in self.headers.items()}}), flush=True)
        if step.get("stall"):
            forever.wait()
        if step.get("drop"):
            self.close_connection = True
            return
        self.send(step)

    def send(self, step):
        data = step.get("body", "").encode()
        flood = step.get("flood", 0)
        self.send_response(step.get("status", 200))
        for name, value in step.get("headers", {}).items():
            self.send_header(name, value)
        if not flood or step.get("length"):
            self.send_header("Content-Length", str(flood or len(data)))
        self.end_headers()
        if self.command == "HEAD":
            return
        try:
            if flood:
                self.close_connection = True
                piece = b"x" * 65536
                while flood > 0:
                    self.wfile.write(piece[:flood])
                    flood -= len(piece)
            elif step.get("begin") or step.get("cut"):
                self.wfile.write(data[: len(data) // 2])
                self.wfile.flush()
                if step.get("begin"):
                    forever.wait()
                self.close_connection = True
            else:
                self.wfile.write(data)
        except OSError:
            self.close_connection = True

    do_GET = do_HEAD = do_POST = do_PUT = do_PATCH = do_DELETE = answer

    def log_message(self, *arguments):
        pass


class Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 1024

    def handle_error(self, request, address):
        pass


server = Server(("127.0.0.1", 0), Handler)
if len(sys.argv) > 2:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(sys.argv[1], sys.argv[2])
    server.socket = context.wrap_socket(server.socket, server_side=True)
print("port", server.server_address[1], flush=True)
server.serve_forever()
