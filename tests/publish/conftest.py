"""A written result to look at, and a browser to look at it with."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from habeas.model.result import Result
from habeas.publish.casebook import Casebook
from habeas.publish.compile import casebook
from tests.publish import sample
from tests.publish.drafting import write


@pytest.fixture(scope="session")
def result() -> Result:
    return sample.result()


@pytest.fixture(scope="session")
def book(result: Result) -> Casebook:
    return casebook(result)


@pytest.fixture(scope="session")
def out(result: Result, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(result, tmp_path_factory.mktemp("out"))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if os.environ.get("HABEAS_NO_BROWSER"):
        pytest.skip("HABEAS_NO_BROWSER is set")
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not program:
        pytest.fail("Pages are tested in Chromium: install it (apt-get install chromium), or set HABEAS_NO_BROWSER=1")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield started
        started.close()
