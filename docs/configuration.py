"""The reference of configuration files, from the keys themselves."""

from __future__ import annotations

from typing import get_type_hints

import msgspec

from docs.markdown import plain, table
from speechlint.settings.files import FILE_NAMES, ConfigurationFile
from speechlint.settings.presets import PRESETS
from speechlint.settings.template import field_default, spoken_note
from speechlint.settings.values import toml_value

_TOP = """# 配置 · Configuration

配置写在 {names} 或 `pyproject.toml` 的 `[tool.speechlint]` 里；
对一份文稿起作用的，是从它所在的文件夹往上找到的第一个。
`speechlint init` 新建一个列出全部项目的文件，`speechlint config 文稿`
说明哪些设置起作用、各在哪里设的。
写错了项目名、规则名或者值，会指出是哪个文件的哪一项，退出码为 2。

A configuration file is {names}, or `[tool.speechlint]` in `pyproject.toml`; the nearest one above a
draft counts.

规则可以写代码（`NUM001`）、名称（`sequence-gap`）、类别（`NUM`）或 `ALL`；
两处说法不一，说得更具体的算数。文件按 .gitignore 的写法，相对于配置文件所在的文件夹。

```toml title="speechlint.toml"
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


def configuration_page() -> str:
    """Every key with its type, its default and what it is for, then the presets."""
    hints = get_type_hints(ConfigurationFile, include_extras=True)
    rows = []
    for field in msgspec.structs.fields(ConfigurationFile):
        (note,) = hints[field.name].__metadata__
        default = "" if field.name == "extend" else f"`{toml_value(field_default(field))}`"
        rows.append(
            (
                f"`{field.encode_name}`",
                default,
                f"{plain(spoken_note(note, 'zh'))}<br>{plain(spoken_note(note, 'en'))}",
            )
        )
    names = "、".join(f"`{name}`" for name in FILE_NAMES if name != "pyproject.toml")
    return "\n".join(
        (
            _TOP.format(names=names),
            "## 项目 · Keys",
            "",
            table(("项目", "默认", "管什么"), rows),
            "",
            "## 预设 · Presets",
            "",
            "`extend` 先取一组预设，文件里自己写的再改它。",
            "",
            table(("预设", "内容"), [(f"`{name}`", _preset(name)) for name in PRESETS]),
            "",
            "编辑器要的 JSON Schema：`speechlint config --schema`。",
            "",
        )
    )


def _preset(name: str) -> str:
    return "、".join(f"`{key} = {toml_value(value)}`" for key, value in PRESETS[name].items())
