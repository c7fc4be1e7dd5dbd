"""A file that takes long to make shows that it is being made, and holds up nobody else."""

import os
import shlex
from pathlib import Path
from unittest.mock import patch

from playwright.sync_api import Browser, expect

from analytics.export.picture import browser as installed
from tests.browser.chrome import visitor
from tests.browser.server import running
from tests.sample import sample_home


def test_an_export_shows_progress_and_another_reader_goes_on(browser: Browser, tmp_path: Path) -> None:
    # A browser that draws for the server only when it may: until then the export cannot end.
    gate, slow, home = tmp_path / "gate", tmp_path / "slow", tmp_path / "home"
    slow.write_text(f'#!/bin/sh\nwhile [ ! -e {shlex.quote(str(gate))} ]; do sleep 0.1; done\nexec {shlex.quote(installed())} "$@"\n')
    slow.chmod(0o755)
    home.mkdir()
    with (
        patch.dict(os.environ, {"CHROMIUM": str(slow)}),
        running(sample_home(home)) as address,
        visitor(browser, address) as one,
        visitor(browser, address) as other,
    ):
        page = one.goto("report?year=2020年")
        button = page.locator(".st-key-report_pdf button")
        with page.expect_download(timeout=90_000) as waiting:
            button.click()
            expect(button.get_by_test_id("stSpinnerIcon")).to_be_visible()
            expect(button).to_be_disabled()
            for path in ("clues", "issues?year=2020年"):
                expect(other.goto(path).locator(".js-plotly-plot").first).to_be_visible()
            expect(button).to_be_disabled()
            gate.touch()
        assert waiting.value.suggested_filename == "2020年巡察工作总结.pdf"
        assert Path(waiting.value.path()).read_bytes().startswith(b"%PDF")
        expect(button).to_be_enabled()
        assert one.troubles == other.troubles == []
