"""From YAML files that editors own to the compiled forms that a text is searched for."""
