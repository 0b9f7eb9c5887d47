/**
 * Parses formulas as arithmetic: the value of a template of numbers for given operands.
 *
 * The server has the same parser in `app/backstep_lab/stepping/formulas/arithmetic.py`; both are tested on `tests/recorded/equations.json`.
 * Sums under a logarithm and differences from 1 are computed without cancellation and without overflow, since an
 * equation is meant in real numbers. A remark that does not hold, as in `0 \quad (z \le 0)`, makes the whole NaN.
 */
import { CHOICES, CONSTANTS, FUNCTIONS, ln1p, logSumExp, RELATIONS, share } from './reals.ts';

type Values = readonly number[];
type Term = (values: Values) => number;
type Condition = (values: Values) => boolean;

/** A part of a formula; `exponent` where it is a power of e (1 is e⁰), `terms` where it is a sum. */
interface Node {
  value: Term;
  exponent?: Term;
  terms?: readonly (readonly [sign: number, node: Node])[];
}

const TOKEN = /#\{\d+\}|\d+\.?\d*|\\operatorname\{\w+\}|\\[a-zA-Z]+|\\\\|\S/g;
const SPACING = /\\(?:left|right|bigl|bigr)(?![a-zA-Z])|\\[,;:! ]/g;
const PRODUCT_ENDS: ReadonlySet<string> = new Set(['', '+', '-', ')', '}', '|', ']', ',', '&', '\\\\', '\\quad', '\\end', '\\notin', ...Object.keys(RELATIONS)]);
const CLOSING: Readonly<Record<string, string>> = { '(': ')', '{': '}', '|': '|' };
const NAME = /^\\operatorname\{(\w+)\}$/;

const compiledBefore = new Map<string, Term | null>();
const MOST_COMPILED = 500;

/** The template as a function of its operands; null where it leaves terms out (`\cdots`) or cannot be parsed. */
export function compiled(template: string): Term | null {
  let term = compiledBefore.get(template);
  if (term === undefined) {
    term = template.includes('\\cdots') ? null : read(template);
    if (compiledBefore.size >= MOST_COMPILED) compiledBefore.clear();
    compiledBefore.set(template, term);
  }
  return term;
}

class Unreadable extends Error {}

function read(template: string): Term | null {
  try {
    return new Reader(template).whole().value;
  } catch (error) {
    if (error instanceof Unreadable) return null;
    throw error;
  }
}

/** Recursive descent over one template. */
class Reader {
  readonly #tokens: readonly string[];
  #at = 0;

  constructor(template: string) {
    this.#tokens = template.replace(SPACING, ' ').match(TOKEN) ?? [];
  }

  whole(): Node {
    let node = this.#sum();
    if (this.#took('\\quad')) {
      this.#expect('(');
      const holds = this.#condition();
      const { value } = node;
      this.#expect(')');
      node = { value: (v) => (holds(v) ? value(v) : NaN) };
    }
    if (this.#next() !== '') throw new Unreadable(this.#next());
    return node;
  }

  #next(): string {
    return this.#tokens[this.#at] ?? '';
  }

  /** Consumes and returns the next token if it is one of these; otherwise ''. */
  #took(...texts: string[]): string {
    const token = this.#next();
    if (token === '' || !texts.includes(token)) return '';
    this.#at += 1;
    return token;
  }

  #expect(...texts: string[]): void {
    for (const text of texts) if (!this.#took(text)) throw new Unreadable(this.#next());
  }

  #sum(): Node {
    const terms: [number, Node][] = [[1, this.#product()]];
    for (let sign = this.#took('+', '-'); sign; sign = this.#took('+', '-')) terms.push([sign === '+' ? 1 : -1, this.#product()]);
    return terms.length === 1 ? terms[0]![1] : sumOf(terms);
  }

  #product(): Node {
    if (this.#took('-')) {
      const { value } = this.#product();
      return { value: (v) => -value(v) };
    }
    let node = this.#raised();
    while (!PRODUCT_ENDS.has(this.#next())) node = this.#took('/') ? quotient(node, this.#raised()) : this.#times(node);
    return node;
  }

  #times(left: Node): Node {
    this.#took('\\cdot', '\\times');
    const right = this.#raised();
    return { value: (v) => left.value(v) * right.value(v) };
  }

  #raised(): Node {
    const isE = this.#next() === 'e';
    const base = this.#atom();
    if (!this.#took('^')) return base;
    const exponent = this.#atom().value;
    return isE ? { value: (v) => Math.exp(exponent(v)), exponent } : { value: (v) => base.value(v) ** exponent(v) };
  }

  /** An operand, a number, an expression in brackets, or a function of what follows. */
  #atom(): Node {
    const token = this.#next();
    this.#at += 1;
    if (token.startsWith('#{')) {
      const place = Number(token.slice(2, -1));
      return { value: (v) => v[place] ?? NaN };
    }
    if (/^\d/.test(token)) {
      const number = Number(token);
      return number === 1 ? { value: () => 1, exponent: () => 0 } : { value: () => number };
    }
    return this.#named(NAME.exec(token)?.[1] ?? token);
  }

  #named(name: string): Node {
    const constant = CONSTANTS[name];
    if (constant !== undefined) return { value: () => constant };
    if (name === '\\frac' || name === '\\tfrac') return quotient(this.#atom(), this.#atom());
    if (name === '\\begin') return this.#cases();
    if (name === '\\ln') return logarithm(this.#argument());
    if (CHOICES[name]) return this.#chosen(CHOICES[name]);
    if (FUNCTIONS[name]) return this.#applied(FUNCTIONS[name]);
    const closing = CLOSING[name];
    if (closing === undefined) throw new Unreadable(name);
    const node = this.#sum();
    this.#expect(closing);
    return name === '|' ? { value: (v) => Math.abs(node.value(v)) } : node;
  }

  /** The argument of a function: an expression in brackets, or an atom with its power. */
  #argument(): Node {
    return CLOSING[this.#next()] ? this.#atom() : this.#raised();
  }

  /** f(x), or a power of a function as in cosh² x. */
  #applied(apply: (x: number) => number): Node {
    const power = this.#took('^') ? this.#atom().value : null;
    const inner = this.#argument().value;
    return { value: power === null ? (v) => apply(inner(v)) : (v) => apply(inner(v)) ** power(v) };
  }

  #chosen(choice: (...values: number[]) => number): Node {
    this.#expect('(');
    const values = [this.#sum().value];
    while (this.#took(',')) values.push(this.#sum().value);
    this.#expect(')');
    return { value: (v) => choice(...values.map((value) => value(v))) };
  }

  /** x < y, x < y ≤ z, or z ∉ (x, y]; “else” always holds. */
  #condition(): Condition {
    if (this.#took('\\text')) {
      this.#expect('{', ...'else', '}');
      return () => true;
    }
    let { value } = this.#sum();
    if (this.#took('\\notin')) {
      const [low, high] = this.#interval();
      return (v) => !(low(v) < value(v) && value(v) <= high(v));
    }
    const links: Condition[] = [];
    for (let relation = this.#relation(); relation; relation = this.#relation()) {
      const [left, right, holds] = [value, this.#sum().value, relation];
      links.push((v) => holds(left(v), right(v)));
      value = right;
    }
    return (v) => links.every((holds) => holds(v));
  }

  #relation(): ((x: number, y: number) => boolean) | undefined {
    return RELATIONS[this.#took(...Object.keys(RELATIONS))];
  }

  #interval(): [Term, Term] {
    this.#expect('(');
    const low = this.#sum().value;
    this.#expect(',');
    const high = this.#sum().value;
    this.#expect(']');
    return [low, high];
  }

  #cases(): Node {
    this.#expect('{', ...'cases', '}');
    const cases: [Condition, Term][] = [];
    do {
      const { value } = this.#sum();
      this.#expect('&');
      cases.push([this.#condition(), value]);
    } while (this.#took('\\\\'));
    this.#expect('\\end', '{', ...'cases', '}');
    return { value: (v) => cases.find(([holds]) => holds(v))?.[1](v) ?? NaN };
  }
}

function sumOf(terms: readonly (readonly [number, Node])[]): Node {
  const [[, first], ...rest] = terms as [readonly [number, Node], ...(readonly [number, Node])[]];
  const [sign, second] = rest[0]!;
  const { exponent: one } = first;
  const { exponent: other } = second;
  if (rest.length === 1 && sign < 0 && one && other) {
    return { value: (v) => Math.exp(other(v)) * Math.expm1(one(v) - other(v)), terms };
  }
  return { value: (v) => rest.reduce((total, [s, node]) => total + s * node.value(v), first.value(v)), terms };
}

/** The exponents of a sum of powers of e; null where it is no such sum. */
function powers(node: Node): Term[] | null {
  const terms = node.terms ?? [[1, node] as const];
  const exponents = terms.flatMap(([sign, { exponent }]) => (sign > 0 && exponent ? [exponent] : []));
  return exponents.length === terms.length ? exponents : null;
}

function logarithm(node: Node): Node {
  const exponents = powers(node);
  if (exponents) return { value: (v) => logSumExp(exponents.map((exponent) => exponent(v))) };
  const [begin, rest] = node.terms ?? [];
  if (begin?.[1].exponent && rest && node.terms?.length === 2) {
    return { value: (v) => ln1p(begin[1].value(v), rest[0] * rest[1].value(v)) };
  }
  return { value: (v) => Math.log(node.value(v)) };
}

function quotient(above: Node, below: Node): Node {
  const exponents = powers(below);
  const own = above.exponent;
  if (own && exponents) return { value: (v) => share(own(v), exponents.map((exponent) => exponent(v))) };
  return { value: (v) => above.value(v) / below.value(v) };
}
