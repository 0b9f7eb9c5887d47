"""What a network computes, in numpy and float64; this package knows no web and no session.

Notation, the same from here to the pixel on the page:

| symbol | code | shape | meaning |
|---|---|---|---|
| x, a⁰ | `X`, `A[0]` | (N, n₀) | input batch, one row per example |
| Wˡ | `W` | (n_out, n_in) | weights *into* layer l; `W[j, k]` joins unit k to unit j (PyTorch's storage) |
| bˡ | `b` | (n_out,) | biases of layer l |
| zˡ | `Z` | (N, n_out) | weighted sum (pre-activation) `A_prev @ W.T + b` |
| aˡ | `A` | (N, n_out) | activation f(Z) |
| y, ŷ | `Y`, `A[-1]` | (N, n_L) | target, prediction |
| ℓ, L | `example_loss`, `loss` | (N,), () | loss of one example; mean over the batch, or sum (plus penalty, shown apart) |
| δˡ | `delta` | as `Z` | ∂ℓ/∂z of **that example**: no 1/N inside |
| ∂L/∂W, ∂L/∂b | `dW`, `db` | as `W`, `b` | gradient of the batch loss: the mean, or the sum, of the examples' δ·aᵀ |
| η | `learning_rate` | () | |

Capital: the batch; lower case: one example or unit. `d` + name is always the derivative *of the loss*
by that name, in its shape; the sign is that of the gradient (we subtract η·dW).
"""
