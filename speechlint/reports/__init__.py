"""From diagnostics to output, one module a format."""
