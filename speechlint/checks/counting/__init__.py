"""Whether a draft delivers as many things as it announces."""

from speechlint.checks.counting.judge import judge
from speechlint.checks.counting.verdict import Fault, Verdict

__all__ = ["Fault", "Verdict", "judge"]
