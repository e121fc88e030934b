"""The curriculum "Side by Side" as data: YAML files, translations and figures in the folder `curriculum` beside this file."""
