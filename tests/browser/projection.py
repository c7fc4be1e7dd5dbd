"""The stage as a test sees it: what is on it, what does not fit, how fast it turns."""

from playwright.sync_api import Page

from tests.browser.chrome import Visitor

ROOT = "document.querySelector('.projection').shadowRoot"
READY = ".deck[data-ready]"
# Every text of the slide that is shown: cut by its own box, out of the slide, or smaller than its readers need. Glyphs
# beside words (<i>) are aside.
LOOK = f"""() => {{
    const root = {ROOT}, deck = root.querySelector('.deck'), slide = root.querySelector('.answer') ?? root.querySelector('.slide.on');
    const scale = root.querySelector('.stage').getBoundingClientRect().width / 1920, found = [];
    const said = (box, text) => found.push(`${{slide.dataset.id ?? 'answer'}} ${{box}}: ${{text}}`);
    const edge = root.querySelector('.stage').getBoundingClientRect();
    for (const box of [slide, ...slide.querySelectorAll('header, .body, .plot, .note, .kicker, h1, h2, table, .groups, .tiles, .chips')]) {{
        if (box.scrollWidth > box.clientWidth + 1) said(box.className || box.tagName, `${{box.scrollWidth}} wide in ${{box.clientWidth}}`);
        if (box.scrollHeight > box.clientHeight + 2) said(box.className || box.tagName, `${{box.scrollHeight}} high in ${{box.clientHeight}}`);
    }}
    const texts = [...slide.querySelectorAll('*'), ...root.querySelectorAll('footer *')].filter((one) =>
        [...one.childNodes].some((node) => node.nodeType === 3 && node.nodeValue.trim()) && one.getClientRects().length && one.tagName !== 'I');
    for (const one of texts) {{
        const place = one.getBoundingClientRect(), size = parseFloat(getComputedStyle(one).fontSize);
        if (place.left < edge.left - 1 || place.right > edge.right + 1 || place.top < edge.top - 1 || place.bottom > edge.bottom + 1)
            said(one.tagName, `“${{one.textContent}}” leaves the slide`);
        const far = one.closest('.back-row, .plot');
        if (size < (far ? 43.9 : 28)) said(one.tagName, `“${{one.textContent}}” is ${{size}} px`);
    }}
    // Labels of a chart that stand on one another.
    const labels = [...slide.querySelectorAll('.plot text')].filter((one) => one.textContent && one.getClientRects().length).map((one) => one.getBoundingClientRect());
    for (const [place, one] of labels.entries()) for (const other of labels.slice(place + 1)) {{
        const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left), high = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
        if (wide > 6 * scale && high > 14 * scale) said('chart', `labels overlap by ${{Math.round(wide)}} × ${{Math.round(high)}}`);
    }}
    const note = slide.querySelector('.note')?.getBoundingClientRect(), foot = root.querySelector('footer').getBoundingClientRect();
    if (note && note.bottom > foot.top + 1) said('note', 'reaches into the footer');
    const [left, right] = [root.querySelector('.facts'), root.querySelector('.marks')].map((one) => one.getBoundingClientRect());
    if (left.right > right.left) said('footer', 'facts and marking overlap');
    if (document.documentElement.scrollWidth > innerWidth || document.documentElement.scrollHeight > innerHeight) said('page', 'scrolls');
    return found;
}}"""
FLIP = """() => new Promise((done) => {
    const began = performance.now();
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'PageDown', bubbles: true }));
    requestAnimationFrame(() => { const channel = new MessageChannel(); channel.port1.onmessage = () => done(performance.now() - began); channel.port2.postMessage(0); });
})"""

# Remembers what the screen said while the deck was being made.
WHILE_MADE = """new MutationObserver(() => {
    window.saidWhileMade ??= document.querySelector('.preparing')?.shadowRoot.textContent;
}).observe(document, { subtree: true, childList: true })"""


def slide(page: Page) -> int:
    """Returns the number of the slide that is shown."""
    return int(page.evaluate(f"{ROOT}.querySelector('.deck').dataset.slide"))


def count(page: Page) -> int:
    """Returns how many slides there are."""
    return page.locator(".deck .slide").count()


def theme(page: Page) -> str:
    """Returns light or dark."""
    return page.evaluate(f"{ROOT}.querySelector('.deck').dataset.theme")


def ready(page: Page) -> Page:
    """Waits until every slide is drawn."""
    page.wait_for_selector(READY, timeout=60_000)
    return page


def opened(reader: Visitor, path: str) -> Page:
    """Opens the address of a deck and returns the page once every slide is drawn."""
    reader.page.goto(f"{reader.address}/{path}")
    return ready(reader.page)


def drawn(page: Page) -> Page:
    """Waits until the charts of the theme shown are there, as after a change of theme."""
    page.wait_for_function(
        f"{ROOT}.querySelectorAll('.drawn.for-' + {ROOT}.querySelector('.deck').dataset.theme).length === {ROOT}.querySelectorAll('.plot').length"
    )
    return page


def settled(page: Page) -> Page:
    """Waits until the charts of both themes are there."""
    page.wait_for_function(f"{ROOT}.querySelectorAll('.drawn').length === 2 * {ROOT}.querySelectorAll('.plot').length")
    return page


def ask(page: Page) -> bool:
    """Clicks the figure of the slide that is shown; returns whether it answers."""
    return page.evaluate(f"() => {{ {ROOT}.querySelector('.slide.on .askable')?.click(); return !!{ROOT}.querySelector('.answer'); }}")


def flip(page: Page) -> float:
    """Turns to the next slide and returns the milliseconds until it is painted."""
    return page.evaluate(FLIP)
