"""A local OpenAI-compatible server whose replies a test scripts; real HTTP, real server-sent events."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class Script:
    """What the next call gets: pieces of text; a number is a pause in seconds; "<break>" hangs up."""

    pieces: Sequence[str | float] = ()
    status: int = 200
    reply: Callable[[str], Sequence[str | float]] | None = None
    """Makes the pieces from what was asked, where each call needs its own."""
    seen: list[dict[str, object]] = field(default_factory=list)
    url: str = ""


class _Handler(BaseHTTPRequestHandler):
    script: Script

    def log_message(self, *_: object) -> None:
        """Keep the test output clean."""

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.script.seen.append(body)
        if self.script.status != 200:
            self.send_response(self.script.status)
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            self.wfile.write(b'{"error": {"message": "no"}}')
            return
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        asked = body["messages"][-1]["content"]
        for piece in self.script.reply(asked) if self.script.reply else self.script.pieces:
            if piece == "<break>":
                return
            if isinstance(piece, float):
                time.sleep(piece)
                continue
            delta = {"id": "1", "object": "chat.completion.chunk", "created": 1, "model": "m"}
            delta["choices"] = [
                {"index": 0, "delta": {"role": "assistant", "content": piece}, "finish_reason": None}
            ]
            self.wfile.write(f"data: {json.dumps(delta)}\n\n".encode())
            self.wfile.flush()
        end = {"id": "1", "object": "chat.completion.chunk", "created": 1, "model": "m"}
        end["choices"] = [{"index": 0, "delta": {}, "finish_reason": "stop"}]
        self.wfile.write(f"data: {json.dumps(end)}\n\n".encode())
        self.wfile.write(b"data: [DONE]\n\n")


@contextmanager
def scripted_model(script: Script) -> Iterator[Script]:
    """Serve ``script`` on a free loopback port; ``script.url`` is its address."""
    handler = type("Handler", (_Handler,), {"script": script})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    script.url = f"http://127.0.0.1:{server.server_address[1]}/v1"
    try:
        yield script
    finally:
        server.shutdown()
        server.server_close()
