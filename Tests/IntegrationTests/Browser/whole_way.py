"""The whole way through the page, in Debian's Chromium.

Usage: whole_way.py http://127.0.0.1:8787/ [picture.png]

Needs Playwright for Python. Prints one line for each check; exits with 1 when one fails.
The optional picture shows the page with the finished video.
"""

import re
import sys
from contextlib import contextmanager
from pathlib import Path
from time import monotonic

from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright

IDEA = "귀여운 강아지가 뛰노는 밝은 영상"
SIMILAR = "강아지가 달리는 영상"
HOSTILE = '강아지 <img src=x onerror=alert(1)> "><script>alert(2)</script> \u202e& {{7*7}}'
NOTE = "빛을 더 따뜻하게"
CHROMIUM = "/usr/bin/chromium"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
PATIENCE = 20_000  # milliseconds for anything but a render
RENDER = 180_000

# Tells the console, which outlives a reload, what the Content-Security-Policy had to stop.
WATCH = """
document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
  console.error(`policy: ${violatedDirective} ${blockedURI}`));
"""


def holding(word: str) -> re.Pattern:
    """A pattern for a text with a word somewhere in it."""
    return re.compile(re.escape(word), re.IGNORECASE)


def wait_until(element: Locator, condition: str) -> None:
    """Waits for a condition in the page; Playwright's own way is what the policy forbids: eval."""
    end = monotonic() + PATIENCE / 1000
    while not element.evaluate(condition):
        assert monotonic() < end, f"in vain: {condition}"
        element.page.wait_for_timeout(50)


class Walk:
    """A walk through one page that counts its checks and hears its complaints."""

    def __init__(self, browser: Browser, base: str, **options) -> None:
        self.base = base
        self.failed = 0
        self.complaints: list[str] = []
        self.context = browser.new_context(viewport={"width": 1280, "height": 900}, **options)
        self.context.set_default_timeout(PATIENCE)
        self.context.add_init_script(WATCH)
        self.page: Page = self.context.new_page()
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("dialog", self._hear_dialog)
        self.page.on("console", self._hear_console)

    def _hear_console(self, message) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(message.text)

    def _hear_dialog(self, dialog) -> None:
        self.complaints.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    @contextmanager
    def check(self, what: str):
        """Prints how the block went; a failure is counted and the walk goes on."""
        try:
            yield
        except Exception as error:  # whatever Playwright or an assertion says is the finding
            self.failed += 1
            print(f"failed  {what}: {str(error).strip()[:2000]}", flush=True)
        else:
            print(f"passed  {what}", flush=True)


def write_prompt(walk: Walk) -> None:
    page = walk.page
    with walk.check("the page opens in Korean, with samples or a history"):
        page.goto(walk.base)
        expect(page.locator("html")).to_have_attribute("lang", "ko")
        expect(page.locator(".sample:visible, #history-list a:visible").first).to_be_visible()
    with walk.check("an idea becomes a prompt with its scene"):
        page.fill("#idea", IDEA)
        page.fill("[name=duration]", "4")
        page.click("#write")
        expect(page.locator("#prompt")).to_be_visible()
        expect(page.locator("#text")).to_have_value(holding("puppy"))
        expect(page.locator("#said")).to_have_text(IDEA)
        expect(page.locator("#slots .s-subjects.chip").first).to_be_visible()
        words = page.locator("#said mark.s-subjects")
        expect(words.filter(has_text="강아지").first).to_be_visible()
    with walk.check("pointing at a slot lights up its words in the idea"):
        page.locator("#slots .chip", has_text="강아지").first.hover()
        expect(page.locator("#said mark.lit", has_text="강아지").first).to_be_visible()


def edit_prompt(walk: Walk) -> None:
    page = walk.page
    field = page.locator("#text")
    with walk.check("an edit shows its difference and survives a reload"):
        field.fill(field.input_value() + " Warm evening light.")
        expect(page.locator("#changes ins")).to_contain_text("Warm evening light.")
        page.reload()
        expect(field).to_have_value(holding("Warm evening light"))
        expect(page.locator("#changes ins")).to_contain_text("Warm evening light.")
    with walk.check("the edit is saved as revision 2 with note and difference"):
        page.fill("#note", NOTE)
        page.click("#save")
        newest = page.locator("#revisions > li").first
        expect(page.locator("#revisions > li")).to_have_count(2)
        expect(newest.locator("ins")).to_contain_text("Warm evening light.")
        expect(newest).to_contain_text(NOTE)
        expect(page.locator("#save")).to_be_disabled()


def find_similar(walk: Walk) -> None:
    page = walk.page
    with walk.check("a similar idea is answered with the prompt, its score and a reason"):
        page.goto(walk.base)
        page.fill("#idea", SIMILAR)
        card = page.locator("#recommendation-list a", has_text=IDEA).first
        expect(card.locator(".score")).to_contain_text("%")
        expect(card.locator(".reasons > span").first).not_to_be_empty()
        card.click()
        expect(page.locator("#said")).to_have_text(IDEA)


def make_video(walk: Walk, picture: Path | None) -> None:
    page = walk.page
    video = page.locator("#jobs video").first
    with walk.check("the video is rendered with progress in sight"):
        page.click("#render")
        expect(page.locator("#jobs > li").first).to_be_visible()
        expect(video).to_be_visible(timeout=RENDER)
    with walk.check("the video plays after a click"):
        wait_until(video, "video => video.readyState >= 1")
        video.scroll_into_view_if_needed()
        video.click()
        wait_until(video, "video => video.currentTime > 0")
    with walk.check("a click on the time line seeks"):
        video.evaluate("element => { element.pause(); element.currentTime = 0; }")
        box = video.bounding_box()
        page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        page.mouse.click(box["x"] + box["width"] * 0.75, box["y"] + box["height"] - 20)
        wait_until(video, "({ currentTime, duration }) => currentTime > duration / 2")
    with walk.check("all of its length can be sought in, backwards as well"):
        wait_until(video, "({ seekable, duration }) => seekable.end(0) > duration - 0.05")
        page.mouse.click(box["x"] + box["width"] * 0.25, box["y"] + box["height"] - 20)
        wait_until(video, "({ seeking, currentTime, duration }) => !seeking && currentTime < duration / 2")
    with walk.check("its contact sheet is shown when it is asked for"):
        sheet = page.locator("#jobs .glance img").first
        expect(sheet).not_to_be_visible()
        page.click("#jobs .glance summary")
        expect(sheet).to_be_visible()
        wait_until(sheet, "image => image.complete && image.naturalWidth > 900")
        page.click("#jobs .glance summary")
    if picture:
        video.evaluate("element => element.pause()")
        page.evaluate("document.activeElement.blur(); scrollTo({ top: 0, behavior: 'instant' })")
        page.screenshot(path=picture)


def find_again(walk: Walk) -> None:
    page = walk.page
    with walk.check("after a reload prompt, revisions and video are there again"):
        page.reload()
        expect(page.locator("#said")).to_have_text(IDEA)
        expect(page.locator("#revisions > li")).to_have_count(2)
        expect(page.locator("#jobs video").first).to_be_visible()
    with walk.check("the history holds it, with a picture of the video"):
        page.goto(walk.base)
        entry = page.locator("#history-list a", has_text=IDEA).first
        image = entry.locator("img")
        expect(image).to_be_visible()
        wait_until(image, "image => image.complete && image.naturalWidth === 480")
        entry.click()
        expect(page.locator("#said")).to_have_text(IDEA)


def show_hostile(walk: Walk) -> None:
    page = walk.page
    with walk.check("hostile text is shown as text"):
        page.fill("#idea", HOSTILE)
        page.click("#write")
        expect(page.locator("#said")).to_have_text(HOSTILE)
        page.fill("#text", HOSTILE)
        expect(page.locator("#changes ins").first).to_be_visible()
        page.fill("#note", HOSTILE)
        page.click("#save")
        expect(page.locator("#revisions > li").first).to_contain_text(HOSTILE)
        expect(page.locator("#history-list")).to_contain_text(HOSTILE)
        assert page.locator("img[src=x], #main script").count() == 0, "markup came alive"


def speak_english(walk: Walk) -> None:
    page = walk.page
    with walk.check("English is one click away and stays after a reload"):
        page.click("#languages [value=en]")
        page.reload()
        expect(page.locator("html")).to_have_attribute("lang", "en")
        expect(page.locator("#write")).to_have_text("Write the prompt")
    with walk.check("a phone of 360 pixels needs no sideways scrolling"):
        page.set_viewport_size({"width": 360, "height": 740})
        width = page.evaluate("document.documentElement.scrollWidth")
        assert width <= 360, f"the page is {width} pixels wide"


def stay_quiet(walk: Walk) -> None:
    with walk.check("the console is silent and nothing broke the policy"):
        assert not walk.complaints, "; ".join(walk.complaints)


def go_without_script(browser: Browser, base: str) -> int:
    walk = Walk(browser, base, java_script_enabled=False)
    with walk.check("without script the form still writes a prompt"):
        walk.page.goto(base)
        walk.page.fill("#idea", IDEA)
        with walk.page.expect_response("**/v1/prompts") as answer:
            walk.page.click("#write")
        assert answer.value.status in (200, 201, 303), f"status {answer.value.status}"
    return walk.failed


def main() -> int:
    if len(sys.argv) < 2:
        print(__doc__, file=sys.stderr)
        return 2
    base = sys.argv[1].rstrip("/") + "/"
    picture = Path(sys.argv[2]) if len(sys.argv) > 2 else None
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        walk = Walk(browser, base)
        expect.set_options(timeout=PATIENCE)
        write_prompt(walk)
        edit_prompt(walk)
        find_similar(walk)
        make_video(walk, picture)
        find_again(walk)
        show_hostile(walk)
        speak_english(walk)
        stay_quiet(walk)
        failed = walk.failed + go_without_script(browser, base)
        browser.close()
    print(f"{failed} failed" if failed else "all passed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
