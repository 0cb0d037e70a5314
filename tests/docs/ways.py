"""The ways in which blocks of pages are tried. A block that none of them takes is an error."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from typing import Any

import tomli
import yaml

from tests.docs.blocks import Block, find_steps, matches
from tests.docs.scene import ROOT, Scene

EDITORS = {
    "Neovim": "test_snippets.py",
    "Emacs": "test_emacs.py",
    "Helix": "test_helix.py",
    "Kate": "test_kate.py",
    "Sublime Text": "test_sublime.py",
}
"""The tests in ``tests/editors`` that take the block under a heading from the page and run it."""

GATE = ROOT / ".ci" / "run"


def try_block(block: Block, scene: Scene) -> None:
    """Try a block, in the one way that is meant for it."""
    way = _WAYS.get(_kind(block))
    assert way, f"{block.place}: nothing tries this block"
    if block.title:
        path = scene.folder / block.title
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(scene.fill(block.text), encoding="utf-8")
    way(block, scene)


def _kind(block: Block) -> str:
    """What a block is, more exactly than its kind."""
    if block.page.startswith("editors"):
        return "editor"
    if block.kind == "yaml":
        return block.title.rpartition("/")[0] or block.title
    if block.kind == "toml":
        return "rule" if "examples" in tomli.loads(block.text) else block.title
    if block.kind == "text":
        return "draft" if block.title else "help"
    return block.kind


def _try_console(block: Block, scene: Scene) -> None:
    """Commands print what is printed below them."""
    for step in find_steps(block.text):
        printed = scene.run(step.command, codes=(0, 1))
        assert matches(step.output, printed), f"{block.place}\n$ {step.command}\n{printed}"


def _try_commands(block: Block, scene: Scene) -> None:
    """Commands work; those that install and test everything are run by the gate."""
    if block.text.strip() == ".ci/run":
        return
    commands = [re.sub(r"\s+# .*", "", line) for line in block.text.splitlines()]
    if set(commands) <= set(gate_commands()):
        return
    if GATE.exists() or not re.search("pip install|pytest|ruff", block.text):
        scene.run(block.text)


def gate_commands() -> Iterator[str]:
    """What the gate runs, as it is written and as one writes it in an environment of one's own."""
    for line in GATE.read_text(encoding="utf-8").splitlines() if GATE.exists() else ():
        yield line
        yield line.rpartition(" && ")[2].replace(".venv/bin/", "")


def _try_program(block: Block, scene: Scene) -> None:
    (scene.folder / "program.py").write_text(block.text, encoding="utf-8")
    scene.run("python program.py")


def _try_configuration(block: Block, scene: Scene) -> None:
    """Our own reader takes a configuration, and the rules their parameters."""
    scene.run("speechlint config && speechlint check examples/clean --exit-zero")


def _try_rule(block: Block, scene: Scene) -> None:
    """A rule finds what is marked in its examples."""
    scene.run(f"speechlint rule --test '{block.title}'")


def _try_draft(block: Block, scene: Scene) -> None:
    """A draft is there for the commands that follow."""
    assert block.title in scene.rest, f"{block.place}: nothing looks at {block.title}"


def _try_help(block: Block, scene: Scene) -> None:
    printed = scene.run(f"{block.heading} --help", COLUMNS="90")
    assert block.text.strip() == printed.strip(), block.place


def _try_grammar(block: Block, scene: Scene) -> None:
    grammar = (ROOT / "grammar" / block.heading).read_text(encoding="utf-8")
    assert block.text.strip() == grammar.strip(), block.place


def _try_hooks(block: Block, scene: Scene) -> None:
    """Pre-commit installs the hook from the repository and runs it on the drafts."""
    scene.run("git add --all")
    printed = scene.run(f"'{sys.executable}' -m pre_commit run --all-files", codes=(1,))
    assert "examples/讲话.txt:5:51: " in printed


def _try_workflow(block: Block, scene: Scene) -> None:
    """The schema of GitHub takes a workflow, and its commands show findings on GitHub."""
    (job,) = _read_checked(block, scene, "github-workflows")["jobs"].values()
    commands = [step["run"] for step in job["steps"] if "run" in step]
    printed = _run_installed(commands, scene, GITHUB_ACTIONS="true")
    assert "file=examples/讲话.txt,line=5,col=51," in printed


def _try_pipeline(block: Block, scene: Scene) -> None:
    """The schema of GitLab takes a pipeline, and its commands write the report that it names."""
    (job,) = _read_checked(block, scene, "gitlab-ci").values()
    _run_installed(job["script"], scene)
    report = scene.folder / job["artifacts"]["reports"]["codequality"]
    assert '"path":"examples/讲话.txt"' in report.read_text(encoding="utf-8")


def _read_checked(block: Block, scene: Scene, schema: str) -> dict[str, Any]:
    command = f"'{sys.executable}' -m check_jsonschema --builtin-schema"
    scene.run(f"{command} vendor.{schema} '{block.title}'")
    read: dict[str, Any] = yaml.safe_load(scene.fill(block.text))
    return read


def _run_installed(commands: list[str], scene: Scene, **more: str) -> str:
    """Run commands, of which the first installs the package: beside the environment we are in."""
    install, *others = commands
    place = scene.folder.parent / f"{scene.folder.name}-installed"
    scene.run(f"{install} --no-deps --upgrade --target '{place}'")
    assert (place / "speechlint" / "_data" / "rules").is_dir()
    return "".join(scene.run(one, codes=(0, 1), PYTHONPATH=str(place), **more) for one in others)


def _find_editor(block: Block, scene: Scene) -> None:
    """A test of its own gives the block to the editor."""
    name = EDITORS.get(block.heading)
    assert name, f"{block.place}: no test takes it to an editor"
    test = ROOT / "tests" / "editors" / name
    assert f'snippet("{block.heading}")' in test.read_text(encoding="utf-8")


_WAYS: dict[str, Callable[[Block, Scene], None]] = {
    "console": _try_console,
    "sh": _try_commands,
    "python": _try_program,
    "speechlint.toml": _try_configuration,
    "rule": _try_rule,
    "draft": _try_draft,
    "help": _try_help,
    "lark": _try_grammar,
    ".pre-commit-config.yaml": _try_hooks,
    ".github/workflows": _try_workflow,
    ".gitlab-ci.yml": _try_pipeline,
    "editor": _find_editor,
}
