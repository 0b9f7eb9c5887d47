"""What is mutated, and which tests concern each module: those that fail soonest come first."""

from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# The copy and its bounds have no room for the programs that these tests start.
WITH_OTHER_PROGRAMS = {"tests/stepping/formulas/test_printing.py"}


@dataclass(frozen=True)
class Package:
    """Modules of one package.

    `common` tests concern all of them, `special` ones the modules named, `folders` those of a folder.
    """

    name: str
    common: tuple[str, ...]
    special: dict[str, tuple[str, ...]]
    folders: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def modules(self) -> list[Path]:
        """The modules that have something to mutate, relative to the root."""
        found = sorted((ROOT / self.name).rglob("*.py"))
        return [path.relative_to(ROOT) for path in found if path.name != "__init__.py"]

    def tests(self, module: Path) -> list[str]:
        """Test files for a module: its own, its special ones, those of its folder, the common ones."""
        own = str(Path("tests", *module.parent.parts[2:], f"test_{module.stem}.py"))
        special, of_folder = self.special.get(module.stem, ()), self.folders.get(module.parent.name, ())
        others = [f"tests/{test}.py" for test in (*special, *of_folder, *self.common)]
        found = dict.fromkeys([own, *others] if (ROOT / own).exists() else others)
        return [test for test in found if test not in WITH_OTHER_PROGRAMS]


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
            "activation": ("engine/functions/test_activations",),
            "batching": ("engine/analysis/test_accuracy", "engine/datasets/test_suggested"),
            "weighted_sum": ("engine/analysis/test_decision_line", "engine/analysis/test_saturation"),
            "cross_entropies": ("engine/functions/test_losses", "engine/functions/test_saturated"),
            "features": ("engine/datasets/test_more_datasets",),
            "gaussian": ("engine/functions/test_activations", "engine/functions/test_saturated"),
            "layout": ("engine/test_network",),
            "logistic": ("engine/functions/test_activations",),
            "loss": ("engine/functions/test_losses",),
            "losses": ("engine/datasets/test_more_datasets",),
            "output_losses": ("engine/functions/test_losses", "engine/datasets/test_more_datasets"),
            "piecewise": ("engine/functions/test_activations", "engine/datasets/test_more_datasets"),
            "regularizers": ("engine/test_optimizers",),
            "schedules": ("engine/test_optimizers",),
            "softmax": ("engine/functions/test_activations",),
            "trace": ("engine/test_network",),
            "workspace": ("engine/test_network", "engine/test_optimizers"),
        },
        folders={
            "datasets": ("engine/datasets/test_more_datasets", "engine/datasets/test_suggested"),
            "graph": ("engine/graph/test_functions", "engine/graph/test_passes", "engine/graph/test_modes"),
        },
    ),
    Package(
        "app/backstep_lab/stepping",
        common=("stepping/test_program", "stepping/test_values", "stepping/test_explain"),
        special={
            "blocks": ("stepping/test_cursor",),
            "functions": ("stepping/test_messages",),
            "losses": ("stepping/test_messages",),
            "numbers": ("stepping/test_paths",),
            "operations": ("stepping/test_cursor",),
            "program": ("stepping/test_cursor", "sessions/test_replay"),
            "symbols": ("stepping/test_refs", "stepping/test_messages"),
            "templates": ("stepping/test_messages",),
        },
        folders={"explain": ("stepping/test_messages",), "formulas": ("stepping/test_messages",)},
    ),
    Package(
        "app/backstep_lab/sessions",
        common=(
            "sessions/test_replay",
            "sessions/store/test_codec",
            "sessions/test_restart",
            "sessions/test_link",
        ),
        special={
            "memory": ("sessions/store/test_capacity",),
            "transition": ("sessions/test_manager", "api/test_steps"),
            "published_checks": ("sessions/test_training_settings", "api/test_bounds"),
            "codec": ("sessions/store/test_history_parts", "sessions/test_quota"),
            "create": ("sessions/test_training_settings", "api/test_sessions"),
            "loss_curves": (
                "sessions/test_loss_curve",
                "sessions/store/test_history_parts",
                "sessions/test_checkpoints",
            ),
            "deadline": ("sessions/concurrency/test_threads", "sessions/test_manager"),
            "layered": ("models/test_second_model",),
            "patch": ("sessions/test_permissions", "sessions/test_training_settings", "api/test_edits"),
            "stored_session": ("sessions/store/test_codec", "sessions/test_manager"),
            "replay": ("sessions/test_checkpoints", "sessions/test_stopping"),
            "history": (
                "sessions/test_checkpoints",
                "sessions/test_stopping",
                "sessions/store/test_history_parts",
            ),
            "history_parts": ("sessions/test_manager",),
            "permissions": ("web/middleware/test_policies", "api/test_bounds"),
            "memory_use": ("sessions/concurrency/test_session_cache", "sessions/test_manager"),
            "session": ("sessions/test_checkpoints", "sessions/concurrency/test_work"),
            "session_cache": ("sessions/test_manager",),
            "session_locks": ("sessions/test_manager",),
            "threads": ("sessions/test_manager",),
            "training": (
                "sessions/test_stopping",
                "sessions/test_checkpoints",
                "sessions/test_training_settings",
                "jobs/test_training_run",
            ),
            "undo": ("api/test_edits",),
            "stopping": ("sessions/test_checkpoints",),
            "navigation": ("sessions/concurrency/test_work", "api/test_steps"),
        },
    ),
    Package(
        "app/backstep_lab/models",
        common=("sessions/test_replay", "sessions/test_training_settings", "models/test_second_model"),
        special={
            "apply_change": ("sessions/test_restart", "api/test_edits"),
            "default_example": ("api/test_sessions",),
            "fingerprint": ("wire/test_operation_cache",),
            "iteration": ("sessions/test_checkpoints", "api/test_steps"),
            "memo": ("sessions/test_manager",),
            "memory_use": ("sessions/concurrency/test_session_cache", "sessions/test_manager"),
            "model": ("sessions/store/test_codec", "sessions/test_stopping"),
            "parse_ref": ("api/test_explain",),
            "replace_dataset": ("tables/test_table", "api/test_datasets"),
            "settings": ("sessions/test_restart",),
            "source": ("queries/test_explain", "api/test_explain"),
            "stale": ("api/test_edits",),
        },
        folders={
            "graph": (
                "models/graph/test_stepping",
                "models/graph/test_edits",
                "models/graph/test_queries",
                "models/graph/test_quiz",
            )
        },
    ),
    Package(
        "app/backstep_lab/queries",
        common=("queries/test_gradient_check", "queries/test_divergence", "api/test_every_question"),
        special={
            "activation": ("api/test_line",),
            "batch": ("api/test_landscape",),
            "boundary": ("api/test_boundary",),
            "coordinates": ("api/test_boundary",),
            "landscape": ("api/test_landscape",),
            "line": ("api/test_line",),
            "metrics": ("api/test_boundary",),
            "order": ("api/test_order",),
            "predict": ("api/test_boundary",),
            "race": ("api/test_race",),
            "sums": ("api/test_line",),
        },
        folders={"graph": ("models/graph/test_queries", "api/test_graph")},
    ),
)
