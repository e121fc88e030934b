"""What other packages may import; everything else can change with any version.

These names keep their meaning until the next major version. The page on the Python API in the guide shows how to use them.
"""

from .checks import Rule
from .checks.finding import Finding
from .compile import Checked, check, make
from .edition import Edition
from .ground.artifact import Artifact, Label
from .ground.doors import DocumentKind
from .ground.problems import Kind, Place, Problem
from .reading.curriculum import Curriculum

__all__ = [
    "Artifact",
    "Checked",
    "Curriculum",
    "DocumentKind",
    "Edition",
    "Finding",
    "Kind",
    "Label",
    "Place",
    "Problem",
    "Rule",
    "check",
    "make",
]
