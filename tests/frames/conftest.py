"""One Spark session and one parsed corpus for all tests of the tables."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from typing import Any

import pytest

from callsigns.parser import Parser, default_parser
from callsigns.records import Transmission
from tests.frames.lines import CORPUS, ODD


@pytest.fixture(scope="session")
def parser() -> Parser:
    return default_parser()


@pytest.fixture(scope="session")
def transmissions(parser: Parser) -> list[Transmission]:
    """The corpus as records, and records by hand with all that parsing a line alone does not fill."""
    return [*parser.parse_lines(CORPUS), *ODD]


@pytest.fixture(scope="session")
def spark(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A local Spark on two cores; it takes some 10 s to its first result, so there is one for all."""
    sql = pytest.importorskip("pyspark.sql", reason="needs Spark: pip install 'callsigns[spark]'")
    pytest.importorskip("pyarrow", reason="needs pyarrow: pip install 'callsigns[spark]'")
    if shutil.which("java") is None and "JAVA_HOME" not in os.environ:
        pytest.skip("needs Java 17: apt-get install openjdk-17-jre-headless")
    before = os.environ.get("PYSPARK_PYTHON")
    os.environ["PYSPARK_PYTHON"] = sys.executable
    session = (
        sql.SparkSession.builder.master("local[2]")
        .appName("callsigns")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "2")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.local.dir", str(tmp_path_factory.mktemp("spark")))
        .config("spark.sql.warehouse.dir", str(tmp_path_factory.mktemp("warehouse")))
        .getOrCreate()
    )
    session.sparkContext.setLogLevel("ERROR")
    yield session
    session.stop()
    if before is None:
        del os.environ["PYSPARK_PYTHON"]
    else:
        os.environ["PYSPARK_PYTHON"] = before
