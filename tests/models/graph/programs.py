"""Programs that together have every construct of the language, small enough to be stepped through."""

from tests.models.graph.figures import FIGURES

PROGRAMS: dict[str, str] = {
    "shared": "x = 2\ny = -1\na = x*y\nb = a + x\nL = b*a - b",
    "twice the same": "x = 1.5\nL = x*x + max(x, x, 2)",
    "unused and unreached": "x = 2\nb = 3\nu = b*b\nv = u + x\nL = x**2",
    "arrays": "W = [[0.5, -1], [2, 0.25]]\nx = [1, -2]\nb = [0.1, 0.2]\n"
    "y = tanh(W @ x + b)\nL = mse(y, [1, 0])",
    "loop": "w = 0.5\nh[-1] = 0.1\nfor t in range(3):\n    h[t] = tanh(w*h[t-1] + t)\nL = sum(h**2)",
    "assigned again": "d = 1.5\nd = d*d + 1\nd += 2*d\nL = d/(1 + d)",
    "leaf assigned again": "w = 1\nw = 2\nL = w*3",
    "names that end in next": "w = [1, 2]\nw_next = w*3\nL = sum(w_next*w)",
    "softmax": "z = [0.1, 0.5, -0.3]\nL = cross_entropy(z, 1) + sum(softmax(z)**2)",
    "windows": "x = [[1, 0, 2], [0, 3, 1], [2, 1, 0]]\nk = [[1, -1], [0.5, 2]]\n"
    "y = relu(conv(x, k))\nL = sum(maxpool(y, 2)) + mean(avgpool(x, 2))",
    "sections": "## First\nx = 2\na = sin(x)\n## Second\nb = a*3 + stop(a)\nL = b + var([a, b, 1])",
    "nothing to train": "L = 3*4 + 1",
    "reshaped": "x = [1, 2, 3, 4]\nA = reshape(x, [2, 2])\nB = concat([A.T, ones(1, 2)])\n"
    "L = sum(B[1:] @ stack([x[0:2], x[2:4]])) + max(A, axis=0)[1] + min(x)",
    "an LSTM": FIGURES["Gomez: an LSTM"].program,
    "attention": FIGURES["attention"].program,
    "batch norm": FIGURES["batch norm"].program,
}
