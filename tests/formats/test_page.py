"""The page in a real browser: filters, keyboard, escaping, dark mode, a long one (``tests.benchmarks.page``)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest

from callsigns.formats.writers import Options, writer
from callsigns.records import Transmission
from tests.formats.browser import browser

HOSTILE = (
    "<script>document.title = 'hacked'</script><img src=x onerror=\"document.title = 'hacked'\"> &amp; \u2028 </script>"
)


@pytest.fixture(scope="module")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """One browser for all tests of this file."""
    with browser(tmp_path_factory.mktemp("profile")) as made:
        yield made


@pytest.fixture
def page(chromium: Any, tmp_path: Path, transmissions: list[Transmission]) -> Any:
    """The page of three transmissions and a hostile one, open."""
    return opened(chromium, tmp_path, [*transmissions, Transmission(HOSTILE, 4, role="pilot")])


def opened(chromium: Any, folder: Path, transmissions: list[Transmission]) -> Any:
    made = writer("html", Options(title="Benina & <tower>"))
    path = folder / "page.html"
    path.write_text(made.head + made.between.join(map(made.one, transmissions)) + made.tail, "utf-8")
    chromium.get(path.as_uri())
    assert [entry for entry in chromium.get_log("browser") if entry["level"] == "SEVERE"] == []
    return chromium


def script(page: Any, code: str) -> Any:
    return page.execute_script(f"return {code}")


def shown(page: Any) -> list[str]:
    return list(script(page, "[...document.querySelectorAll('ol.lines li:not([hidden])')].map(row => row.id)"))


def choose(page: Any, field: str, value: str) -> None:
    page.execute_script(
        "const field = document.getElementById(arguments[0]); field.value = arguments[1];"
        "field.dispatchEvent(new Event('input', {bubbles: true}));",
        field,
        value,
    )


def test_text_stays_text(page: Any, transmissions: list[Transmission]) -> None:
    said = script(page, "[...document.querySelectorAll('.said')].map(line => line.textContent)")
    assert said == [*(t.text for t in transmissions), HOSTILE]
    assert script(page, "document.title") == "Benina & <tower>"
    assert script(page, "document.querySelectorAll('main img, .said script').length") == 0


def test_marks_are_explained(page: Any) -> None:
    marks = script(page, "[...document.querySelectorAll('#t0 mark')].map(m => [m.className, m.textContent, m.title])")
    assert marks == [
        ["facility", "Benghazi", "facility: HLLB"],
        ["callsign", "Ascot 9908", "callsign: RRR9908, Royal Air Force, military flight"],
        ["spelling", "Lima Golf Sierra Alpha", "spelling: LGSA aerodrome Chania (Souda)"],
    ]


def test_filters(page: Any) -> None:
    assert shown(page) == ["t0", "t1", "t2", "t3"]
    for field, value, rows in (
        ("aircraft", "BAW12", ["t1"]),
        ("act", "instruction", ["t1"]),
        ("act", "instruction/frequency", ["t1"]),
        ("role", "pilot", ["t0", "t3"]),
        ("role", "-", ["t2"]),
        ("search", "SOUDA", []),
        ("search", "golf benghazi", ["t0"]),
        ("search", "rrr9908", ["t0"]),
    ):
        choose(page, field, value)
        assert (field, value, shown(page)) == (field, value, rows)
        assert script(page, "document.getElementById('count').textContent") == f"{len(rows)} of 4 lines"
        choose(page, field, "")
    assert len(shown(page)) == 4


def test_lanes_counts_and_faults(page: Any) -> None:
    lanes = script(page, "[...document.querySelectorAll('.lane button')].map(button => button.textContent)")
    assert lanes == ["BAW12", "RRR9908"]
    page.execute_script("document.querySelector('.lane button').click()")
    assert shown(page) == ["t1"]
    page.execute_script("document.querySelector('.lane button').click()")
    assert len(shown(page)) == 4
    kinds = script(page, "[...document.querySelectorAll('.kinds button')].map(button => button.textContent)")
    assert kinds == ["greeting", "initial call", "instruction: altitude", "instruction: frequency"]
    assert "altitude 80 said, 90 heard" in script(page, "document.getElementById('faults').textContent")


def test_keyboard(page: Any) -> None:
    keys = pytest.importorskip("selenium.webdriver.common.keys").Keys
    body = page.find_element("tag name", "body")
    body.send_keys("/")
    assert script(page, "document.activeElement.id") == "search"
    page.switch_to.active_element.send_keys("ascot")
    assert shown(page) == ["t0"]
    page.switch_to.active_element.send_keys(keys.ESCAPE)
    page.implicitly_wait(1)
    assert page.find_elements("css selector", "#t3:not([hidden])")
    page.execute_script("document.getElementById('t0').focus()")
    assert page.find_element("css selector", "#t0 .about").is_displayed()
    page.switch_to.active_element.send_keys(keys.ARROW_DOWN)
    assert script(page, "document.activeElement.id") == "t1"
    page.switch_to.active_element.send_keys(keys.ARROW_UP, keys.ARROW_UP)
    assert script(page, "document.activeElement.id") == "t0"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_contrast_on_light_and_dark_ground(page: Any, scheme: str) -> None:
    features = {"features": [{"name": "prefers-color-scheme", "value": scheme}]}
    page.execute_cdp_cmd("Emulation.setEmulatedMedia", features)
    ground = luminance(script(page, "getComputedStyle(document.body).backgroundColor"))
    assert (ground > 0.5) == (scheme == "light")
    for selector in ("#t0 .said", "#t0 .says", "#t0 .who.pilot", "#t1 .who.controller", ".place", ".fault"):
        color = luminance(script(page, f"getComputedStyle(document.querySelector('{selector}')).color"))
        contrast = (max(color, ground) + 0.05) / (min(color, ground) + 0.05)
        # WCAG 2.2, 1.4.3
        assert contrast >= 4.5, selector
    page.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})


def luminance(color: str) -> float:
    """Relative luminance of ``rgb(r, g, b)`` (WCAG 2.2)."""
    parts = [int(part) / 255 for part in color[color.index("(") + 1 : -1].split(",")[:3]]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_printing_hides_what_cannot_be_pressed(page: Any) -> None:
    page.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    assert not page.find_element("id", "filters").is_displayed()
    assert page.find_element("id", "t3").is_displayed()
    page.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})


def test_nothing_is_loaded_from_elsewhere(page: Any) -> None:
    assert script(page, "performance.getEntriesByType('resource').map(entry => entry.name)") == []


def test_five_thousand_transmissions_open(chromium: Any, tmp_path: Path, transmissions: list[Transmission]) -> None:
    many = [attrs.evolve(transmissions[index % 2], line=index + 1) for index in range(5000)]
    page = opened(chromium, tmp_path, many)
    assert len(shown(page)) == 5000


def test_an_empty_page_says_so(chromium: Any, tmp_path: Path) -> None:
    page = opened(chromium, tmp_path, [])
    assert script(page, "document.getElementById('totals').textContent") == "0 transmissions, 0 aircraft"
