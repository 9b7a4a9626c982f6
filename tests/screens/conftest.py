"""What the tests of the screens share: the sample workshop, made once, and a library with a passphrase."""

import shutil
from datetime import date

import pytest

from tests.libraries import PASSPHRASE, sample_library, sealed_library_of


@pytest.fixture
def own_sample(tmp_path):
    """A copy of the sample library for one test alone: looking, too, leaves something behind."""
    return shutil.copytree(sample_library(), tmp_path / "own")


def with_passphrase(facilitator, fill):
    """The facilitator at a library of her own, filled like this, with its workshop Mill Lane open."""
    sealed_library_of(facilitator.folder, fill)
    facilitator.open(PASSPHRASE)
    facilitator.open_workshop("Mill Lane")
    return facilitator


def opened(facilitator, folder):
    facilitator.folder = folder
    facilitator.clock.go_to(date(2026, 9, 20))
    facilitator.open()
    facilitator.open_workshop("Harbour Hall")
    return facilitator


@pytest.fixture
def at_own_sample(facilitator, own_sample):
    """The facilitator with the sample workshop open, in a library of her own."""
    return opened(facilitator, own_sample)
