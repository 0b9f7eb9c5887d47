"""What is mutated, and which tests concern each module: those that fail soonest come first."""

from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Package:
    """Modules of one folder; `common` tests concern all of them, `special` ones those named."""

    name: str
    common: tuple[str, ...]
    special: dict[str, tuple[str, ...]]

    def modules(self) -> list[Path]:
        """The modules that have something to mutate, relative to the root."""
        found = sorted((ROOT / self.name).glob("*.py"))
        return [path.relative_to(ROOT) for path in found if path.name != "__init__.py"]

    def tests(self, module: Path) -> list[str]:
        """Test files for a module: its own, its special ones, the common ones."""
        folder = self.name.replace("app/", "tests/", 1)
        own = f"{folder}/test_{module.stem}.py"
        others = [f"tests/{test}.py" for test in (*self.special.get(module.stem, ()), *self.common)]
        return list(dict.fromkeys([own, *others] if (ROOT / own).exists() else others))


PACKAGES = (
    Package(
        "app/backstep_lab/engine",
        common=(
            "engine/test_worked_examples",
            "engine/test_oracle_figures",
            "engine/test_edges",
            "engine/test_gradients",
            "engine/test_laws",
            "engine/test_training",
        ),
        special={
            "activation": ("engine/test_activations",),
            "batching": ("engine/test_accuracy", "engine/test_suggested"),
            "combining": ("engine/test_separation", "engine/test_units"),
            "distances": ("engine/test_losses", "engine/test_more_datasets"),
            "features": ("engine/test_more_datasets",),
            "layout": ("engine/test_network",),
            "loss": ("engine/test_losses",),
            "losses": ("engine/test_more_datasets",),
            "rectifiers": ("engine/test_activations", "engine/test_more_datasets"),
            "regularizers": ("engine/test_optimizers",),
            "schedules": ("engine/test_optimizers",),
            "trace": ("engine/test_network",),
            "workspace": ("engine/test_network", "engine/test_optimizers"),
        },
    ),
    Package(
        "app/backstep_lab/stepping",
        common=("stepping/test_program", "stepping/test_values", "stepping/test_explain"),
        special={
            "blocks": ("stepping/test_cursor",),
            "formulas": ("stepping/test_messages",),
            "loss_formulas": ("stepping/test_messages",),
            "numbers": ("stepping/test_paths",),
            "operations": ("stepping/test_cursor",),
            "program": ("stepping/test_cursor", "sessions/test_roads"),
            "symbols": ("stepping/test_refs", "stepping/test_messages"),
            "templates": ("stepping/test_messages",),
        },
    ),
    Package(
        "app/backstep_lab/sessions",
        common=("sessions/test_roads", "sessions/test_codec", "sessions/test_rewind", "sessions/test_link"),
        special={
            "build": ("sessions/test_training_settings", "sessions/test_table", "api/test_sessions"),
            "cells": ("sessions/test_table", "api/test_data"),
            "change": ("sessions/test_manager", "api/test_steps"),
            "checks": ("sessions/test_training_settings", "api/test_bounds"),
            "codec": ("sessions/test_history_parts", "sessions/test_quota"),
            "column": ("sessions/test_table", "api/test_data"),
            "combining": ("api/test_single",),
            "coordinates": ("api/test_plane",),
            "create": ("sessions/test_training_settings", "api/test_sessions"),
            "curves": ("sessions/test_curve", "sessions/test_history_parts", "sessions/test_checkpoints"),
            "deadline": ("sessions/test_threads", "sessions/test_manager"),
            "edits": ("sessions/test_training_settings", "api/test_edits"),
            "focus": ("api/test_sessions",),
            "history": ("sessions/test_checkpoints", "sessions/test_until", "sessions/test_history_parts"),
            "history_parts": ("sessions/test_manager",),
            "line": ("api/test_single",),
            "locks": ("api/test_policies", "api/test_bounds"),
            "memo": ("sessions/test_manager",),
            "memory_use": ("sessions/test_session_cache", "sessions/test_manager"),
            "moment": ("sessions/test_checkpoints", "api/test_steps"),
            "named": ("api/test_explain",),
            "origin": ("api/test_data",),
            "prediction": ("api/test_predicting",),
            "problems": ("sessions/test_table", "sessions/test_quota", "api/test_bounds"),
            "quality": ("api/test_analysis",),
            "race": ("api/test_races",),
            "redata": ("sessions/test_table", "api/test_data"),
            "scaling": ("sessions/test_table", "api/test_data"),
            "session": ("sessions/test_checkpoints", "sessions/test_work"),
            "session_cache": ("sessions/test_manager",),
            "session_locks": ("sessions/test_manager",),
            "shares": ("api/test_sharing",),
            "targets": ("sessions/test_table", "api/test_data"),
            "threads": ("sessions/test_manager",),
            "training": (
                "sessions/test_until",
                "sessions/test_checkpoints",
                "sessions/test_training_settings",
            ),
            "undo": ("sessions/test_locks", "api/test_edits"),
            "unit": ("api/test_single",),
            "until": ("sessions/test_checkpoints",),
            "walk": ("sessions/test_work", "api/test_steps"),
            **{
                name: (f"api/test_{name}",)
                for name in ("divergence", "landscape", "order", "plane", "questions")
            },
        },
    ),
)
