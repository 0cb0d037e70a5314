"""The language server: the core, live in an editor.

Only this package knows pygls, and only the command ``speechlint server`` imports it.
"""
