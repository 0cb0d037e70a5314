"""Generic checks: code that rules, as data, put to work."""
