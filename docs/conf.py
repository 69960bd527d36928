"""Sphinx: Markdown by MyST, the Furo theme, records by autodoc."""

import callsigns

project = "callsigns"
author = "The callsigns authors"
copyright = "The callsigns authors; MIT licence"  # the name that Sphinx expects
version = release = callsigns.__version__

extensions = ["myst_parser", "sphinx.ext.autodoc"]
source_suffix = {".md": "markdown"}
exclude_patterns = ["_build", "examples"]
nitpicky = False

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3
suppress_warnings = ["misc.highlighting_failure"]  # console blocks show output that is no shell

autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_class_signature = "separated"

html_theme = "furo"
html_title = "callsigns"
html_show_sphinx = False
