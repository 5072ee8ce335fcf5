"""A walk through history, review, insights and settings, in Debian's Chromium.

Usage: rooms.py http://127.0.0.1:8787/ [folder]

Makes its own prompts first. Every room is looked at in both languages and both themes: axe-core finds
nothing, a phone needs no sideways scrolling, and the console is silent. Prints one line for each check;
exits with 1 when one fails. The optional folder receives a picture of every room.
"""

import json
import sys
from pathlib import Path
from urllib.parse import urlencode
from urllib.request import Request, urlopen

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect, sync_playwright

from whole_way import CHROMIUM, FLAGS, PATIENCE, Walk

IDEAS = ["눈 내리는 산타마을", "비 오는 서울 밤거리를 걷는 여자", "a whale swimming through space"]


def post(base: str, path: str, **fields: str) -> dict:
    """Sends a form as a script does."""
    with urlopen(Request(base + path, data=urlencode(fields).encode())) as answer:
        return json.load(answer)


def furnish(base: str) -> tuple[str, str]:
    """Makes prompts, revisions on two branches and a review; returns the paths of the two last rooms."""
    prompts = [post(base, "v1/prompts", idea=idea)["id"] for idea in IDEAS]
    path = f"v1/prompts/{prompts[-1]}"
    post(base, path + "/revisions", text="A whale swimming slowly through space.", author="kim", note="slower")
    post(base, path + "/branches", name="night", **{"from": "1"})
    post(base, path + "/revisions", text="A whale in space at night, stars.", branch="night", author="lee")
    review = post(base, path + "/reviews", title="느린 고래", author="kim", to="2", **{"from": "2"})["id"]
    return f"history/{prompts[-1]}?from=1&to=2&layout=split", f"review/{review}"


def look(walk: Walk, name: str, folder: Path | None) -> None:
    """Holds the open page against what every page must be."""
    results = Axe().run(walk.page)
    found = [f"{one['id']}: {one['nodes'][0]['html'][:120]}" for one in results.response["violations"]]
    assert not found, "; ".join(found)
    if folder:
        walk.page.screenshot(path=folder / f"{name}.png")
    walk.page.set_viewport_size({"width": 360, "height": 740})
    width = walk.page.evaluate("document.documentElement.scrollWidth")
    walk.page.set_viewport_size({"width": 1280, "height": 900})
    assert width <= 360, f"on a phone the page is {width} pixels wide"


def see_rooms(browser: Browser, base: str, paths: dict[str, str], folder: Path | None) -> int:
    failed = 0
    for language in ("ko", "en"):
        for theme in ("light", "dark"):
            # axe-core is put into the page, which its policy would forbid.
            walk = Walk(browser, base, color_scheme=theme, bypass_csp=True)
            walk.context.add_cookies([{"name": "language", "value": language, "url": base}])
            for name, path in paths.items():
                with walk.check(f"{name}, {language}, {theme}"):
                    answer = walk.page.goto(base + path)
                    assert answer.status == 200, f"status {answer.status}"
                    expect(walk.page.locator("html")).to_have_attribute("lang", language)
                    look(walk, f"{name}-{language}-{theme}", folder)
            with walk.check(f"the console is silent, {language}, {theme}"):
                assert not walk.complaints, "; ".join(walk.complaints)
            failed += walk.failed
    return failed


def hold_review(browser: Browser, base: str, review: str) -> int:
    walk = Walk(browser, base)
    page = walk.page
    with walk.check("selected words of the text are what a comment is about"):
        page.goto(base + review)
        page.locator("#difference .changes ins").first.dblclick()
        expect(page.locator("#about")).to_be_visible()
        page.keyboard.press("c")
        page.keyboard.type("천천히 맞나요?")
        page.locator("button[data-key=c]").click()
        expect(page.locator(".comment blockquote")).to_contain_text("slowly")
    with walk.check("a verdict takes the keyboard alone"):
        page.keyboard.press("r")
        page.keyboard.type("너무 느려요")
        page.keyboard.press("Enter")
        expect(page.locator("#verdicts .comment")).to_contain_text("너무 느려요")
    with walk.check("a key changes the layout"):
        page.keyboard.press("v")
        expect(page.locator("#difference .split")).to_be_visible()
    with walk.check("the console is silent in the review"):
        assert not walk.complaints, "; ".join(walk.complaints)
    return walk.failed


def go_without_script(browser: Browser, base: str, prompt: str) -> int:
    walk = Walk(browser, base, java_script_enabled=False)
    page = walk.page
    with walk.check("without script a prompt is found, marked and shown again"):
        page.goto(base + "history")
        page.fill("[name=q]", "고래")
        page.click(".search button")
        page.locator(".prompt-card").first.click()
        page.fill("[name=add-tags]", "우주")
        page.click("#marks button")
        expect(page.locator("#marks .tag")).to_contain_text("우주")
    with walk.check("without script two revisions are compared"):
        page.goto(base + prompt.split("?")[0])
        page.click("#compare button")
        expect(page.locator("#compare ins").first).to_be_visible()
    return walk.failed


def main() -> int:
    if len(sys.argv) < 2:
        print(__doc__, file=sys.stderr)
        return 2
    base = sys.argv[1].rstrip("/") + "/"
    folder = Path(sys.argv[2]) if len(sys.argv) > 2 else None
    prompt, review = furnish(base)
    paths = {
        "studio": "", "history": "history", "prompt": prompt, "inbox": "review", "review": review,
        "insights": "insights", "settings": "settings",
    }
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        expect.set_options(timeout=PATIENCE)
        failed = see_rooms(browser, base, paths, folder)
        failed += hold_review(browser, base, review)
        failed += go_without_script(browser, base, prompt)
        browser.close()
    print(f"{failed} failed" if failed else "all passed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
