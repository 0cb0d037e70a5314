"""From a source to its outline."""
