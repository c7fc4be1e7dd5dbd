"""核数 in a browser: the text that the sample county's figures come from is pasted, checked and followed to its rows."""

from playwright.sync_api import expect

from tests.check.scoring import passages

SEED = passages()[0]["text"]
CLAIMS = 27


def test_the_seed_text_agrees_but_for_five_units_of_which_four_are_named(reader):
    page = reader.goto("check")
    page.get_by_label("粘贴文字").fill(SEED)
    page.get_by_role("button", name="核对", exact=True).click()
    rows = page.locator(".st-key-card_claims tbody tr")
    expect(rows).to_have_count(CLAIMS, timeout=20_000)
    expect(rows.locator(".chip.done")).to_have_text(["✓ 一致"] * CLAIMS)
    odd = page.locator(".inner-list li")
    expect(odd).to_have_count(1)
    expect(odd).to_contain_text("5个")
    expect(odd).to_contain_text("县法院、县委政研室、县公安局、县财政局")

    issues = rows.filter(has_text="264个").first
    with page.expect_popup() as opened:
        issues.get_by_role("link", name="溯源").click()
    figure = opened.value
    figure.wait_for_selector(".st-key-card_figure")
    expect(figure.locator(".st-key-card_figure .value")).to_contain_text("264")
    expect(figure.locator(".sheet-part td.cell")).to_be_visible()
