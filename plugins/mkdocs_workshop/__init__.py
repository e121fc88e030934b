"""mkdocs-workshop: training modules in YAML become a workshop manual."""
