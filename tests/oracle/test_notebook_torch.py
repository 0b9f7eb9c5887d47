"""A torch.nn.Sequential that is shown takes the very steps that torch takes with it."""

from copy import deepcopy
from typing import Any

import pytest
import torch  # type: ignore[import-not-found,unused-ignore]
from torch import nn  # type: ignore[import-not-found,unused-ignore]

import backstep_lab
from backstep_lab import CannotShow
from tests.notebook.trained import after, assert_near

X = torch.tensor([[0.5, -1.0, 0.25], [1.0, 0.5, -0.5], [-0.25, 0.75, 1.5]], dtype=torch.float64)
Y = torch.tensor([[0.25, 0.75], [1.0, 0.0], [0.5, 0.5]], dtype=torch.float64)
CLASSES = torch.tensor([0, 1, 1])


def network(*last: nn.Module, activation: nn.Module | None = None) -> nn.Sequential:
    torch.manual_seed(3)
    return nn.Sequential(nn.Linear(3, 4), activation or nn.Tanh(), nn.Linear(4, 2), *last).double()


def stepped(model: nn.Sequential, loss: Any, optimizer: Any, y: torch.Tensor, steps: int) -> list[Any]:
    for _ in range(steps):
        optimizer.zero_grad()
        loss(model(X), y).backward()
        optimizer.step()
    return [value.detach().numpy() for value in model.parameters()]


@pytest.mark.parametrize(
    ("last", "loss", "y"),
    [
        ((), nn.MSELoss(), Y),
        ((nn.Sigmoid(),), nn.BCELoss(), Y),
        ((), nn.BCEWithLogitsLoss(), Y),
        ((), nn.CrossEntropyLoss(), CLASSES),
        ((nn.LogSoftmax(dim=1),), nn.NLLLoss(), CLASSES),
        ((nn.Softplus(),), nn.L1Loss(), Y),
        ((nn.Flatten(), nn.Dropout(0.0)), nn.HuberLoss(), Y),
        ((), nn.HuberLoss(delta=0.25), Y),
        ((), nn.MSELoss(reduction="sum"), Y),
        ((nn.Sigmoid(),), nn.BCELoss(reduction="sum"), Y),
        ((), nn.BCEWithLogitsLoss(reduction="sum"), Y),
        ((), nn.CrossEntropyLoss(reduction="sum"), CLASSES),
        ((nn.LogSoftmax(dim=1),), nn.NLLLoss(reduction="sum"), CLASSES),
        ((), nn.L1Loss(reduction="sum"), Y),
        ((), nn.HuberLoss(reduction="sum", delta=0.25), Y),
        ((), nn.SmoothL1Loss(reduction="sum"), Y),
    ],
    ids=lambda part: type(part).__name__,
)
def test_every_loss_takes_torchs_steps(last: tuple[nn.Module, ...], loss: nn.Module, y: torch.Tensor) -> None:
    model = network(*last)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.3)
    shown = backstep_lab.show(model, X, y, loss=loss, optimizer=optimizer, batch_size="all", iterations=1)
    assert_near(after(shown, 3), stepped(model, loss, optimizer, y, 3))


@pytest.mark.parametrize(
    "made",
    [
        lambda p: torch.optim.SGD(p, lr=0.1, momentum=0.8),
        lambda p: torch.optim.SGD(p, lr=0.1, momentum=0.8, nesterov=True),
        lambda p: torch.optim.Adam(p, lr=0.05, betas=(0.8, 0.95)),
        lambda p: torch.optim.AdamW(p, lr=0.05, weight_decay=0.1),
        lambda p: torch.optim.RMSprop(p, lr=0.05, alpha=0.9),
        lambda p: torch.optim.Adagrad(p, lr=0.05),
        lambda p: torch.optim.Adagrad(p, lr=0.05, initial_accumulator_value=0.25),
    ],
)
def test_every_optimizer_takes_torchs_steps(made: Any) -> None:
    model, loss = network(activation=nn.GELU()), nn.MSELoss()
    optimizer = made(model.parameters())
    shown = backstep_lab.show(model, X, Y, loss=loss, optimizer=optimizer, batch_size="all", iterations=1)
    assert_near(after(shown, 4), stepped(model, loss, optimizer, Y, 4))


@pytest.mark.parametrize(
    "activation",
    [
        nn.ReLU(),
        nn.LeakyReLU(),
        nn.LeakyReLU(0.2),
        nn.ELU(),
        nn.ELU(0.5),
        nn.SiLU(),
        nn.Softplus(),
        nn.Hardsigmoid(),
        nn.Sigmoid(),
    ],
)
def test_every_activation_is_torchs(activation: nn.Module) -> None:
    model = network(activation=activation)
    shown = backstep_lab.show(model, X, Y, batch_size="all", iterations=1)
    expected = stepped(model, nn.MSELoss(), torch.optim.SGD(model.parameters(), lr=0.1), Y, 2)
    assert_near(after(shown, 2), expected)


def test_single_precision_weights_and_frozen_or_absent_biases_are_taken_as_they_are() -> None:
    model = network().float()
    for layer in (model[0], model[2]):
        layer.bias.requires_grad_(False)
    shown = backstep_lab.show(model, X, Y, iterations=1)
    assert_near(after(shown, 0), [value.detach().numpy() for value in model.parameters()], 0)
    assert not shown.session.current.spec.training.train_biases  # type: ignore[attr-defined]
    bare = nn.Sequential(nn.Linear(3, 2, bias=False), nn.Sigmoid())
    assert not backstep_lab.show(bare, X, Y, iterations=1).session.current.spec.training.train_biases  # type: ignore[attr-defined]


def test_what_is_frozen_or_absent_in_some_layers_stays_as_it_is() -> None:
    model = nn.Sequential(
        nn.Linear(3, 4), nn.Tanh(), nn.Linear(4, 3, bias=False), nn.Tanh(), nn.Linear(3, 2)
    ).double()
    model[0].weight.requires_grad_(False)
    model[4].bias.requires_grad_(False)
    optimizer = torch.optim.Adam((p for p in model.parameters() if p.requires_grad), lr=0.1)
    shown = backstep_lab.show(
        model, X, Y, loss=nn.MSELoss(), optimizer=optimizer, batch_size="all", iterations=1
    )
    W1, b1, W2, b2, W3, b3 = after(shown, 3)
    assert_near([W1, b1, W2, W3, b3], stepped(model, nn.MSELoss(), optimizer, Y, 3))
    assert b2.tolist() == [0.0, 0.0, 0.0]


@pytest.mark.parametrize(
    ("layer", "named"),
    [
        (nn.LayerNorm(2), "LayerNorm"),
        (nn.Conv1d(1, 1, 1), "Conv1d"),
        (nn.LeakyReLU(-0.2), "LeakyReLU with negative_slope=-0.2"),
        (nn.ELU(1.5), "ELU with alpha=1.5"),
        (nn.Dropout(0.5), "Dropout with p=0.5"),
        (nn.GELU("tanh"), "GELU with approximate=tanh"),
    ],
)
def test_what_cannot_be_shown_is_named(layer: nn.Module, named: str) -> None:
    with pytest.raises(CannotShow, match=f"^{named} cannot be shown: Backstep steps"):
        backstep_lab.show(network(layer), X, Y)
    with pytest.raises(CannotShow, match="无法显示"):
        backstep_lab.show(network(layer), X, Y, lang="zh-CN")


def test_settings_that_backstep_does_not_have_are_named() -> None:
    model = network()
    decay = torch.optim.SGD(model.parameters(), lr=0.1, weight_decay=0.01)
    with pytest.raises(CannotShow, match=r"^SGD with weight_decay=0.01 cannot be shown"):
        backstep_lab.show(model, X, Y, optimizer=decay)
    with pytest.raises(CannotShow, match=r"^MSELoss with reduction=none cannot be shown"):
        backstep_lab.show(model, X, Y, loss=nn.MSELoss(reduction="none"))
    with pytest.raises(CannotShow, match=r"^HuberLoss with delta=10000.0 cannot be shown"):
        backstep_lab.show(model, X, Y, loss=nn.HuberLoss(delta=1e4))
    with pytest.raises(CannotShow, match=r"^CrossEntropyLoss with ignore_index=1 cannot be shown"):
        backstep_lab.show(model, X, CLASSES, loss=nn.CrossEntropyLoss(ignore_index=1))
    with pytest.raises(CannotShow, match="ASGD"):
        backstep_lab.show(model, X, Y, optimizer=torch.optim.ASGD(model.parameters()))
    with pytest.raises(CannotShow, match="KLDivLoss"):
        backstep_lab.show(model, X, Y, loss=nn.KLDivLoss())


def test_an_optimizer_that_has_stepped_is_shown_with_a_warning() -> None:
    model = network()
    optimizer = torch.optim.Adam(model.parameters())
    stepped(deepcopy(model), nn.MSELoss(), torch.optim.SGD(model.parameters()), Y, 1)
    stepped(model, nn.MSELoss(), optimizer, Y, 1)
    with pytest.warns(UserWarning, match="has done steps already"):
        backstep_lab.show(model, X, Y, optimizer=optimizer, iterations=1)
