// A 2-4-2-1 tanh network as pages in the browser compute it: units and edges as objects, one example after the other.
// Usage: node plain.mjs EXAMPLES BATCH ITERATIONS; prints microseconds per iteration.
import { performance } from 'node:perf_hooks';

const [examples, batch, iterations] = process.argv.slice(2).map(Number);
let seed = 1;
const random = () => {
  seed = (seed * 48271) % 2147483647;
  return (seed / 2147483647) * 2 - 1;
};

class Edge {
  constructor(from, to) {
    Object.assign(this, { from, to, weight: random() / 2, gradient: 0 });
  }
}

class Unit {
  constructor(below) {
    Object.assign(this, { bias: 0.1, sum: 0, output: 0, slope: 0, delta: 0, gradient: 0, incoming: [], outgoing: [] });
    for (const from of below) {
      const edge = new Edge(from, this);
      this.incoming.push(edge);
      from.outgoing.push(edge);
    }
  }

  forward() {
    this.sum = this.bias;
    for (const { weight, from } of this.incoming) this.sum += weight * from.output;
    this.output = Math.tanh(this.sum);
  }

  backward() {
    this.delta = this.slope * (1 - this.output * this.output);
    this.gradient += this.delta;
    for (const edge of this.incoming) edge.gradient += this.delta * edge.from.output;
  }
}

const layers = [[], [], [], []];
[2, 4, 2, 1].forEach((units, l) => {
  for (let j = 0; j < units; j += 1) layers[l].push(new Unit(l > 0 ? layers[l - 1] : []));
});

function example(x, y) {
  x.forEach((value, k) => (layers[0][k].output = value));
  for (const layer of layers.slice(1)) for (const unit of layer) unit.forward();
  const [output] = layers[3];
  output.slope = output.output - y;
  output.backward();
  for (let l = 2; l > 0; l -= 1) {
    for (const unit of layers[l]) {
      unit.slope = 0;
      for (const { weight, to } of unit.outgoing) unit.slope += weight * to.delta;
      unit.backward();
    }
  }
  return 0.5 * output.slope ** 2;
}

function update(count) {
  for (const layer of layers.slice(1)) {
    for (const unit of layer) {
      unit.bias -= (0.03 * unit.gradient) / count;
      unit.gradient = 0;
      for (const edge of unit.incoming) {
        edge.weight -= (0.03 * edge.gradient) / count;
        edge.gradient = 0;
      }
    }
  }
}

const data = Array.from({ length: examples }, () => [[random(), random()], Math.sign(random())]);
let at = 0;
let loss = 0;
function train(times) {
  for (let i = 0; i < times; i += 1) {
    const end = Math.min(at + batch, examples);
    loss = 0;
    for (let n = at; n < end; n += 1) loss += example(...data[n]);
    update(end - at);
    at = end === examples ? 0 : end;
  }
}

train(2000);
const began = performance.now();
train(iterations);
const took = performance.now() - began;
if (!Number.isFinite(loss)) throw new Error('the loss is no number');
console.log((took / iterations) * 1000);
