/** Messages about operations and problems: numbers in the learner's digits, names in the learner's language. */
import type { Divergence, Message, Operation, Problem } from '../wire/types.ts';
import { operandDigits } from './equation.ts';
import { digitsApart, number } from './numberFormat.ts';
import { sign } from './palette.ts';
import { NAMELESS, namedIndex, type NameOf } from './names.ts';
import { COUNTED, shownIndex } from './shownIndex.ts';

type Args = Record<string, string | number>;
type Say = (key: string, args?: Args) => string;

/** Other arguments that are whole numbers, by which the catalogue may select a plural form. */
const WHOLE: ReadonlySet<string> = new Set([
  'layer', 'from_layer', 'to_layer', 'count', 'examples', 'step', 'steps',
]);
/** Arguments that are units: their names are said with them. */
const UNITS: ReadonlySet<string> = new Set(['unit', 'from', 'to']);
const NAMES: ReadonlySet<string> = new Set(['activation', 'loss']);

export const kebab = (name: string): string => name.replaceAll('_', '-');

function argument(name: string, value: string | number | boolean | null, digits: number, text: Say): string | number {
  if (typeof value === 'number') return COUNTED.has(name) ? shownIndex(value) : WHOLE.has(name) ? value : number(value, digits);
  if (typeof value === 'string' && NAMES.has(name)) return text(`${name}-${kebab(value)}`);
  return String(value ?? '');
}

/** The layer of what an index counts: the one that the message has beside it, the outputs where that is the loss. */
const layerOf = (name: string, args: Message['args']): number =>
  name === 'from' ? Number(args['from_layer']) : name === 'to' ? Number(args['to_layer']) : Number(args['layer']) || Infinity;

function written(message: Message, digits: Digits, text: Say, names: NameOf): Args {
  const args: Args = {};
  for (const [name, value] of Object.entries(message.args)) {
    args[name] = UNITS.has(name) && typeof value === 'number'
      ? namedIndex(value, names(layerOf(name, message.args), value), text)
      : argument(name, value, name === 'value' ? digits.result : digits.operands, text);
  }
  const { value, change } = message.args;
  if (typeof value === 'number') args['size'] = number(Math.abs(value), digits.result);
  if (typeof change === 'number') args['direction'] = sign(change);
  return args;
}

/** The digits of an equation: of its operands and of its result. */
export interface Digits {
  operands: number;
  result: number;
}

/** The learner's digits; more where the printed equation would not hold, or an updated parameter would look unchanged. */
export function digitsFor(operation: Operation, digits: number): Digits {
  const result = resultDigits(operation, digits);
  const values = operation.operands.map((operand) => operand.value);
  return { operands: operandDigits(operation.formula.templates.numbers, values, operation.value, result), result };
}

function resultDigits(operation: Operation, digits: number): number {
  const { w, b, old: before } = operation.message.args;
  const old = w ?? b ?? before;
  const updated = operation.kind === 'update' && typeof old === 'number' && operation.value !== null;
  return updated ? digitsApart(old, operation.value ?? old, digits) : digits;
}

/** The sentence about an operation, with its remark. */
export function sentence(operation: Operation, digits: number, text: Say, names: NameOf = NAMELESS): string {
  const said = text(operation.message.key, written(operation.message, digitsFor(operation, digits), text, names));
  return operation.remark === null ? said : text('op-remarked', { sentence: said, remark: text(operation.remark) });
}

/** The title of an operation; `examples` is the size of its batch. */
export const title = (kind: string, examples: number, text: Say): string => text(`op-title-${kebab(kind)}`, { examples });

/** A problem in the learner's language; the server's English detail where the catalogue has no message. */
export function complaint(problem: Problem, text: Say): string {
  const { message } = problem;
  if (!message) return text('problem-unknown', { detail: problem.detail });
  const args: Args = {};
  for (const [name, value] of Object.entries(message.args)) {
    if (typeof value === 'number' && COUNTED.has(name)) args[name] = String(shownIndex(value));
    else if (typeof value === 'number') args[name] = Number.isInteger(value) ? String(value) : number(value, 6);
    else args[name] = String(value ?? '');
  }
  const said = text(message.key, args);
  // A message that is not there yet is blank.
  return said === message.key || said === '' ? text('problem-unknown', { detail: problem.detail }) : said;
}

/** Which number overflowed, and where. */
export function overflow({ iteration, layer, quantity }: Divergence, text: Say): string {
  const args = { iteration: shownIndex(iteration), layer, quantity: text(`quantity-${quantity}`) };
  return text(layer > 0 ? 'notice-diverged' : 'notice-diverged-loss', args);
}
