"""The house keeps its own rules: sizes, docstrings, no paths of a machine, no unfinished work."""

from __future__ import annotations

import ast
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MODULES = sorted([*(ROOT / "coach").rglob("*.py"), ROOT / "app.py", *(ROOT / "evals").rglob("*.py")])
TESTS = sorted((ROOT / "tests").rglob("*.py"))
TEXTS = sorted(
    path for folder in ("coach", "prompts", "evals", "tests", "docs") for path in (ROOT / folder).rglob("*") if path.suffix in {".py", ".md", ".yaml"}
)


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def count_lines(path: Path) -> int:
    return path.read_text(encoding="utf-8").count("\n")


def test_a_module_has_at_most_400_lines_and_a_test_module_500():
    assert [name_of(path) for path in MODULES if count_lines(path) > 400] == []
    assert [name_of(path) for path in TESTS if count_lines(path) > 500] == []


def test_a_function_has_at_most_50_lines():
    assert [
        f"{name_of(path)}: {node.name}"
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef) and (node.end_lineno or 0) - node.lineno > 50
    ] == []


def is_broad(node: ast.AST) -> bool:
    return isinstance(node, ast.ExceptHandler) and (node.type is None or (isinstance(node.type, ast.Name) and node.type.id in {"Exception", "BaseException"}))


def test_broad_handlers_stand_at_the_two_front_doors_only():
    doors = {"coach/cli/__init__.py", "coach/ui/shell.py"}
    assert {name_of(path) for path in MODULES if any(is_broad(node) for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))))} == doors


def test_nothing_is_left_unfinished():
    words = re.compile("|".join(["TO" + "DO", "FIX" + "ME", "NotImplemented" + "Error", r"mark\.(?:sk" + "ip|xf" + "ail)", r"pytest\.sk" + r"ip\("]))
    assert [name_of(path) for path in TEXTS if words.search(path.read_text(encoding="utf-8"))] == []


def test_no_file_names_a_folder_of_a_machine_or_a_package_index():
    words = re.compile(r"(?<![\w.])/(?:wo" + r"rk|ro" + r"ot|ho" + r"me)/\w|--index-" + r"url|/sim" + "ple/")
    files = [
        *TEXTS,
        ROOT / "Makefile",
        ROOT / "README.md",
        ROOT / "pyproject.toml",
        ROOT / "requirements.txt",
        ROOT / "requirements-dev.txt",
        ROOT / ".ci" / "run",
    ]
    assert [name_of(path) for path in files if words.search(path.read_text(encoding="utf-8"))] == []


def test_the_front_door_is_short():
    assert (ROOT / "app.py").read_text(encoding="utf-8").count("\n") <= 40


def test_no_folder_switches_on_the_legacy_navigation():
    assert not (ROOT / "pages").exists()
    assert not list((ROOT / "coach").rglob("pages"))
