"""What is shipped: every package is listed, every grammar file is described, and the metadata tell the truth."""

from __future__ import annotations

import re
import tomllib
from importlib import metadata, resources

import callsigns
from tests.house.source import ROOT, package_files

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def test_every_package_is_listed() -> None:
    """The list is written by hand, since the grammars lie outside the package's folder."""
    folders = {".".join(path.parent.relative_to(ROOT).parts) for path in package_files()}
    assert set(PROJECT["tool"]["setuptools"]["packages"]) == folders | {"callsigns.grammars"}


def test_data_files_are_shipped() -> None:
    """Every file of the grammars is found where an installed library looks for it, and is described for its readers."""
    shipped = {entry.name for entry in resources.files("callsigns.grammars").iterdir() if entry.is_file()}
    files = {path.name for path in (ROOT / "grammars").iterdir() if path.is_file()}
    assert files <= shipped
    suffixes = {pattern.lstrip("*") for pattern in PROJECT["tool"]["setuptools"]["package-data"]["callsigns.grammars"]}
    assert not [name for name in files if name != "__init__.py" and "." + name.rpartition(".")[2] not in suffixes]
    readme = (ROOT / "grammars" / "README.md").read_text(encoding="utf-8")
    assert not [name for name in files - {"README.md", "__init__.py"} if name not in readme]
    assert resources.files("callsigns").joinpath("py.typed").is_file()


def test_version_is_said_once() -> None:
    """The installed metadata carry the version that the source says."""
    assert metadata.version("callsigns") == callsigns.__version__
    assert PROJECT["project"]["dynamic"] == ["version"]


def test_all_means_all() -> None:
    """The extra ``all`` names every extra that adds a feature."""
    extras = PROJECT["project"]["optional-dependencies"]
    named = set(re.findall(r"[\w-]+", extras["all"][0].partition("[")[2]))
    assert named == set(extras) - {"all", "test", "docs", "dev", "progress"}  # progress is another name of terminal
