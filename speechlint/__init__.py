"""A linter for the rhetorical structure of Chinese official drafts."""

__version__ = "0.1.0"
