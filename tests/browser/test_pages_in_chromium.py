"""Pages opened in headless Chromium: outline, anchors, no requests, and a page of 662,000 words."""

from __future__ import annotations

import re
import shutil
import subprocess
import threading
from collections.abc import Iterator
from html import unescape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from pathlib import Path

import pytest

import redline
from redline.build import build_package
from redline.render import render

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = next(
    (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None
)
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def dom_of(address: str, profile: Path) -> str:
    """The document as Chromium has it once it is loaded."""
    assert CHROMIUM is not None
    done = subprocess.run(
        [CHROMIUM, *FLAGS, f"--user-data-dir={profile}", "--dump-dom", address],
        capture_output=True,
        timeout=120,
        check=True,
    )
    return done.stdout.decode("utf-8")


@pytest.fixture
def server(tmp_path: Path) -> Iterator[tuple[str, list[str]]]:
    """A server of the test's folder that remembers what it was asked for."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            path = tmp_path / self.path.lstrip("/")
            self.send_response(200 if path.is_file() else 404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            if path.is_file():
                self.wfile.write(path.read_bytes())

        def log_message(self, *args: object) -> None:
            """Keep the test's output clean."""

    running = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=running.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{running.server_address[1]}", asked
    running.shutdown()
    running.server_close()
    thread.join()


def test_a_page_is_one_request_and_chromium_reads_it_as_it_was_written(
    fixtures: Path, tmp_path: Path, server: tuple[str, list[str]]
) -> None:
    act = redline.load_act(fixtures / "acts" / "migration.xml")
    render(act, "html", tmp_path / "act.html")
    address, asked = server
    dom = dom_of(f"{address}/act.html", tmp_path / "profile")
    assert [path for path in asked if path != "/favicon.ico"] == ["/act.html"]
    nav = dom[dom.index("<nav") : dom.index("</nav>")]
    links = re.findall(r'href="#([^"]+)"', nav)
    assert len(links) == 73
    assert all(
        f'<section class="{kind}" id="{links[place]}"' in dom
        for place, kind in ((0, "container"), (1, "unit"))
    )
    assert all(f'id="{link}"' in dom for link in links)


@pytest.mark.parametrize("name", ["index", "migration.consolidated", "register-rules.consolidated"])
def test_a_page_fits_a_screen_of_400_pixels(name: str, tmp_path: Path, server: tuple[str, list[str]]) -> None:
    build_package(ROOT / "examples" / "migration-2026", tmp_path / "out")
    # The page asks for no script, so the one that measures it stands around it.
    (tmp_path / "around.html").write_text(
        f"<iframe src='out/{name}.html' width=400 height=900 style='border:0' onload=\"const page = "
        "this.contentDocument.documentElement; document.title = page.scrollWidth + ' of ' + page.clientWidth\">"
        "</iframe>",
        encoding="utf-8",
    )
    address, _ = server
    dom = dom_of(f"{address}/around.html", tmp_path / "profile")
    measured = re.search(r"<title>(\d+) of (\d+)</title>", dom)
    assert measured is not None
    assert int(measured[1]) <= int(measured[2])


def test_the_page_of_a_package_has_its_headings_in_order_and_every_link_has_its_target(
    tmp_path: Path,
) -> None:
    build_package(ROOT / "examples" / "migration-2026", tmp_path / "out")
    dom = dom_of((tmp_path / "out" / "index.html").as_uri(), tmp_path / "profile")
    levels = [int(level) for level in re.findall(r"<h([1-6])\b", dom)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    ids = re.findall(r' id="([^"]+)"', dom)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', dom)) <= set(ids)
    assert all((tmp_path / "out" / file).is_file() for file in re.findall(r'href="([^#"]+)"', dom))


def test_the_parser_of_the_browser_moves_nothing(fixtures: Path, tmp_path: Path) -> None:
    for name in ("labour", "register-rules"):
        page = tmp_path / f"{name}.html"
        render(redline.load_act(fixtures / "acts" / f"{name}.xml"), "html", page)
        dom = dom_of(page.as_uri(), tmp_path / "profile")

        def words(text: str) -> list[str]:
            return unescape(re.sub(r"<[^>]+>", " ", text[text.index("<main") :])).split()

        assert words(dom) == words(page.read_text(encoding="utf-8"))


def test_an_act_of_662000_words_opens(corpus: Path, tmp_path: Path) -> None:
    page = tmp_path / "large.html"
    render(redline.load_act(corpus / "large" / "ie_taxes_consolidation_act_1997.xml"), "html", page)
    dom = dom_of(page.as_uri(), tmp_path / "profile")
    assert dom.rstrip().endswith("</html>")


def test_the_comparison_table_is_one_request_and_scrolls_inside_its_own_frame(
    tmp_path: Path, server: tuple[str, list[str]]
) -> None:
    build_package(ROOT / "examples" / "migration-2026", tmp_path / "out", only=["table"], formats=["html"])
    page = "out/migration-2026.table.html"
    (tmp_path / "around.html").write_text(
        f"<iframe src='{page}' width=400 height=900 style='border:0' onload=\"const page = "
        "this.contentDocument.documentElement; const frame = page.querySelector('.table'); document.title = "
        "page.scrollWidth + ' of ' + page.clientWidth + ', table ' + frame.scrollWidth\"></iframe>",
        encoding="utf-8",
    )
    address, asked = server
    dom = dom_of(f"{address}/around.html", tmp_path / "profile")
    measured = re.search(r"<title>(\d+) of (\d+), table (\d+)</title>", dom)
    assert measured is not None
    assert int(measured[1]) <= int(measured[2]) < int(measured[3])
    assert [path for path in asked if path != "/favicon.ico"] == ["/around.html", f"/{page}"]


def test_the_browser_moves_nothing_out_of_the_comparison_table(tmp_path: Path) -> None:
    build_package(ROOT / "examples" / "migration-2026", tmp_path / "out", only=["table"], formats=["html"])
    page = tmp_path / "out" / "migration-2026.table.html"

    def words(text: str) -> list[str]:
        return unescape(re.sub(r"<[^>]+>", " ", text[text.index("<main") :])).split()

    assert words(dom_of(page.as_uri(), tmp_path / "profile")) == words(page.read_text(encoding="utf-8"))
