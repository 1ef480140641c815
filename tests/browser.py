"""A headless Chromium, driven over WebDriver (W3C) by chromedriver; both must be installed."""

from __future__ import annotations

import base64
import json
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from typing import Self

from paths import ROOT

AXE = ROOT / ".web/node_modules/axe-core/axe.min.js"
FLAGS = "--headless=new --no-sandbox --disable-gpu --no-first-run --disable-background-networking --disable-component-update --disable-sync --hide-scrollbars".split()


def missing(*, axe: bool = False) -> str:
    """What is needed and not there; empty when all is."""
    if not shutil.which("chromedriver") or not shutil.which("chromium"):
        return "needs chromium and chromedriver"
    return "needs axe-core: make web" if axe and not AXE.is_file() else ""


class Browser:
    """One window; to be used in a `with` block."""

    def __init__(self) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        self.driver = subprocess.Popen(
            ["chromedriver", f"--port={port}", "--silent"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        self.root = f"http://127.0.0.1:{port}"
        self.session = ""

    def __enter__(self) -> Self:
        for _ in range(100):
            try:
                urllib.request.urlopen(f"{self.root}/status", timeout=2)  # noqa: S310 - our own driver
                break
            except OSError:
                time.sleep(0.1)
        options = {"goog:chromeOptions": {"args": FLAGS}, "goog:loggingPrefs": {"browser": "ALL"}}
        wanted = {"alwaysMatch": {"browserName": "chrome", **options}}
        self.session = f"/session/{self.send('POST', '/session', {'capabilities': wanted})['sessionId']}"
        return self

    def __exit__(self, *_: object) -> None:
        self.send("DELETE", self.session)
        self.driver.terminate()
        self.driver.wait(10)

    def send(self, method: str, path: str, body: object = None):
        data = json.dumps(body if body is not None else {}).encode() if method == "POST" else None
        request = urllib.request.Request(  # noqa: S310 - our own driver
            self.root + path, data=data, method=method, headers={"Content-Type": "application/json"}
        )
        try:
            with urllib.request.urlopen(request, timeout=120) as reply:  # noqa: S310 - our own driver
                return json.load(reply)["value"]
        except urllib.error.HTTPError as error:
            raise RuntimeError(error.read().decode()[:500]) from error

    def command(self, name: str, **values: object):
        return self.send("POST", f"{self.session}/goog/cdp/execute", {"cmd": name, "params": values})

    def look(self, *, width: int = 1200, height: int = 900, scheme: str = "light") -> None:
        """Set the size of the window and the colour scheme that is preferred."""
        self.command(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=width < 600
        )
        self.command(
            "Emulation.setEmulatedMedia",
            features=[
                {"name": "prefers-color-scheme", "value": scheme},
                {"name": "prefers-reduced-motion", "value": "reduce"},
            ],
        )

    def open(self, url: str) -> None:
        self.send("POST", f"{self.session}/url", {"url": url})

    def run(self, script: str, *args: object):
        """The value a script returns."""
        return self.send("POST", f"{self.session}/execute/sync", {"script": script, "args": list(args)})

    def wait(self, script: str, *args: object):
        """The value a script gives to its last argument, a function."""
        return self.send("POST", f"{self.session}/execute/async", {"script": script, "args": list(args)})

    def until(self, condition: str, *, seconds: float = 20):
        """Wait until a script returns something true, and return it; what it returned last when the time is over."""
        end = time.monotonic() + seconds
        while not (found := self.run(f"return {condition}")) and time.monotonic() < end:
            time.sleep(0.05)
        return found

    def press(self, *keys: str) -> None:
        """Press keys, one after the other; a key with `+` in it is held together with the modifier before: `"\ue009+\ue007"`."""
        actions = []
        for key in keys:
            parts = key.split("+") if len(key) > 1 and "+" in key else [key]
            actions += [{"type": "keyDown", "value": part} for part in parts]
            actions += [{"type": "keyUp", "value": part} for part in reversed(parts)]
        self.send("POST", f"{self.session}/actions", {"actions": [{"type": "key", "id": "keys", "actions": actions}]})

    def complaints(self) -> list[str]:
        """What the browser has written to its console as an error since it was last asked."""
        rows = self.send("POST", f"{self.session}/se/log", {"type": "browser"})
        return [row["message"] for row in rows if row["level"] == "SEVERE"]

    def picture(self) -> bytes:
        return base64.b64decode(self.send("GET", f"{self.session}/screenshot"))
