"""What a frame costs: bytes until it can be stepped, time until then, and ten of them on a page."""

from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, BrowserContext, CDPSession

from tests.e2e.course import Course, frame
from tests.e2e.received import Received
from tests.e2e.server import Server

FRAMES, ROUNDS, SLOW = 10, 7, 4
AIM_FIRST, AIM_NEXT, AIM_READY_MS, AIM_SLOW_MS = 100_000, 10_000, 150, 450
QUERY = "preset=mazur&lang=en"
USABLE = """(() => {
  const look = () => document.querySelector('.transport .primary:not(:disabled)')
    ? (window.usable = performance.now()) : setTimeout(look, 1);
  look();
})()"""


def busy_ms(devtools: CDPSession) -> float:
    """Processor time of the main thread, whatever else the machine does."""
    metrics = devtools.send("Performance.getMetrics")["metrics"]
    return next(float(metric["value"]) for metric in metrics if metric["name"] == "TaskDuration") * 1000


def opened(context: BrowserContext, address: str, slow: int) -> tuple[float, float]:
    """(milliseconds from navigation until the step control is there, main thread's share of them)."""
    page = context.new_page()
    devtools = context.new_cdp_session(page)
    devtools.send("Emulation.setCPUThrottlingRate", {"rate": slow})
    devtools.send("Performance.enable", {"timeDomain": "threadTicks"})
    page.add_init_script(USABLE)
    page.goto(address)
    page.wait_for_function("() => window.usable")
    taken = float(page.evaluate("usable")), busy_ms(devtools)
    page.close()
    return taken


def test_the_first_picture_of_a_frame_is_light(browser: Browser, server: Server, tmp_path: Path) -> None:
    page = browser.new_page(viewport={"width": 900, "height": 500})
    received = Received(page)
    course = Course(tmp_path)
    below = '<div style="height:5000px"></div>'
    page.goto(course.write(f"{below}{frame(server.address, QUERY)}"), wait_until="networkidle")
    still = received.bytes()
    page.locator("iframe").scroll_into_view_if_needed()
    page.frame_locator("iframe").locator(".panel .formula").wait_for()
    page.wait_for_load_state("networkidle")
    later = received.bytes(".woff2", "fonts-", "panels-")
    print(f"\nthe first frame: its still picture {still:,} bytes (aim below {AIM_FIRST:,})")
    print(f"  stepping {received.bytes() - later:,} bytes, with panels and fonts {received.bytes():,}")
    course.close()
    assert still < AIM_FIRST


def test_the_tenth_frame_adds_its_markup_alone(browser: Browser, server: Server, tmp_path: Path) -> None:
    page = browser.new_page(viewport={"width": 900, "height": 500})
    received = Received(page)
    devtools = page.context.new_cdp_session(page)
    devtools.send("Performance.enable", {"timeDomain": "threadTicks"})
    course = Course(tmp_path)
    frames = "".join(frame(server.address, f"{QUERY}&id=f{k}") for k in range(FRAMES))
    page.goto(course.write(frames), wait_until="networkidle")
    page.frame_locator("iframe >> nth=0").locator(".panel .formula").wait_for()
    tenth = received.bytes(f"id=f{FRAMES - 1}")
    print(f"\nten frames: the tenth {tenth:,} bytes (aim below {AIM_NEXT:,}), all {received.bytes():,}")
    print(f"  main thread {busy_ms(devtools):.0f} ms")
    course.close()
    assert tenth < AIM_NEXT


def test_a_frame_can_soon_be_stepped(browser: Browser, server: Server) -> None:
    address = f"{server.address}/embed?{QUERY}"
    for slow, aim in ((1, AIM_READY_MS), (SLOW, AIM_SLOW_MS)):
        context = browser.new_context(viewport={"width": 700, "height": 460})
        rounds = [opened(context, address, slow) for _ in range(ROUNDS)]
        took, busy = (median(column) for column in zip(*rounds, strict=True))
        least = min(took for took, _ in rounds)
        print(f"\nstepping can begin after {took:.0f} ms, at best {least:.0f} (aim {aim}), {slow}× slower")
        print(f"  main thread {busy:.0f} ms of it")
        context.close()
