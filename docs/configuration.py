"""The reference of configuration files, from the keys themselves."""

from __future__ import annotations

from typing import get_type_hints

import msgspec

from docs.markdown import plain, table
from speechlint.rulebook import Language
from speechlint.settings.files import FILE_NAMES, ConfigurationFile
from speechlint.settings.presets import PRESETS
from speechlint.settings.template import field_default, spoken_note
from speechlint.settings.values import toml_value

_EXAMPLE = """```toml title="speechlint.toml"
ignore = ["PAR"]
exclude = ["旧稿/"]
slogans = ["五个不让"]

[per-file-ignores]
"征求意见稿/**" = ["PLH"]

[severity]
CNT001 = "warning"

[rules.DUP001]
at-least = 80
```
"""

_TOP = {
    "zh": """# 配置

配置写在 {names} 或 `pyproject.toml` 的 `[tool.speechlint]` 里；
对一份文稿起作用的，是从它所在的文件夹往上找到的第一个。
`speechlint init` 新建一个列出全部项目的文件，`speechlint config 文稿`
说明哪些设置起作用、各在哪里设的。
写错了项目名、规则名或者值，会指出是哪个文件的哪一项，退出码为 2。

规则可以写代码（`NUM001`）、名称（`sequence-gap`）、类别（`NUM`）或 `ALL`；
两处说法不一，说得更具体的算数。文件按 .gitignore 的写法，相对于配置文件所在的文件夹。
""",
    "en": """# Configuration

Settings are in {names}, or under `[tool.speechlint]` in `pyproject.toml`; for a draft the first one
counts that is found from its folder upwards. `speechlint init` makes a file that lists all keys,
`speechlint config DRAFT` tells which settings hold for a draft and where each was set. An unknown
key, an unknown rule or a wrong value is refused with the file and the key, and the exit code is 2.

Rules go by their code (`NUM001`), their name (`sequence-gap`), their group (`NUM`) or `ALL`; where
two entries disagree, the more specific one holds. Files are written as in .gitignore, relative to
the folder of the configuration file.
""",
}

_WORDS = {
    "zh": (
        "## 项目",
        ("项目", "默认", "管什么"),
        "## 预设",
        "`extend` 先取一组预设，文件里自己写的再改它。",
        ("预设", "内容"),
        "编辑器要的 JSON Schema：`speechlint config --schema`。",
    ),
    "en": (
        "## Keys",
        ("key", "default", "what it is for"),
        "## Presets",
        "`extend` begins with a preset, which the keys of the file then change.",
        ("preset", "what it sets"),
        "The JSON Schema for editors: `speechlint config --schema`.",
    ),
}


def configuration_page(language: Language) -> str:
    """An example, every key with its default and what it is for, then the presets."""
    hints = get_type_hints(ConfigurationFile, include_extras=True)
    rows = []
    for field in msgspec.structs.fields(ConfigurationFile):
        (note,) = hints[field.name].__metadata__
        default = "" if field.name == "extend" else f"`{toml_value(field_default(field))}`"
        rows.append((f"`{field.encode_name}`", default, plain(spoken_note(note, language))))
    joint = "、" if language == "zh" else ", "
    names = joint.join(f"`{name}`" for name in FILE_NAMES if name != "pyproject.toml")
    presets = [(f"`{name}`", _preset(name, joint)) for name in PRESETS]
    keys, key_head, heading, about, preset_head, schema = _WORDS[language]
    top = _TOP[language].format(names=names)
    parts = (top, _EXAMPLE, keys, "", table(key_head, rows), "", heading, "", about, "")
    return "\n".join((*parts, table(preset_head, presets), "", schema, ""))


def _preset(name: str, joint: str) -> str:
    return joint.join(f"`{key} = {toml_value(value)}`" for key, value in PRESETS[name].items())
