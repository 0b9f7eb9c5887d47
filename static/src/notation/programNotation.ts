import { derivative, letter, lowered, mathText, primed } from './mathml.ts';
import type { ProgramIndex } from './programIndex.ts';
import { CONSTANT, LEAF } from './programIndex.ts';
import type { Notation, Say } from './notation.ts';

export type ProgramRefKind = 'leaf' | 'constant' | 'node' | 'gradient' | 'message' | 'next' | 'memory' | 'next-memory' | 'setting';

export interface ProgramRef {
  kind: ProgramRefKind;
  /** The number that it belongs to; '' for a setting. */
  of: string;
  /** Of a message: the number that sends it. Of a gradient: the target. Of a memory: m or v. Of a setting: its name. */
  by: string;
}

const SETTING = 'optimizer.';
const MEMORY = /^([mv])(_next)?:(.+)$/;
const NEXT = /^(.+?)_next(\[[\d,]+\])?$/;

/** A ref of a graph, taken apart; null where it is none of this program. */
export function parseProgramRef(ref: string, index: ProgramIndex): ProgramRef | null {
  const node = index.nodes.get(ref);
  if (node) return { kind: node.function === LEAF ? 'leaf' : node.function === CONSTANT ? 'constant' : 'node', of: ref, by: '' };
  if (ref.startsWith(SETTING)) return { kind: 'setting', of: '', by: ref.slice(SETTING.length) };
  const memory = MEMORY.exec(ref);
  if (memory && index.nodes.has(memory[3]!)) return { kind: memory[2] ? 'next-memory' : 'memory', of: memory[3]!, by: memory[1]! };
  const { target } = index.description;
  const back = `d${target}/d`;
  if (ref.startsWith(back)) {
    const [of = '', by] = ref.slice(back.length).split('<-');
    if (index.nodes.has(of)) return by === undefined ? { kind: 'gradient', of, by: target } : { kind: 'message', of, by: by.replace(/:\d+$/, '') };
  }
  const next = NEXT.exec(ref);
  const of = next ? `${next[1]}${next[2] ?? ''}` : '';
  return index.nodes.has(of) ? { kind: 'next', of, by: '' } : null;
}

/** The first value of a variable that is assigned again has no mark; `d#2` is its second. */
const unmarked = (ref: string): string => ref.replace(/#(\d+)/, (_, times: string) => '′'.repeat(Number(times) - 1));

const SETTINGS: Readonly<Record<string, [mathml: string, plain: string]>> = {
  learning_rate: [letter('η'), 'η'], beta1: [lowered(letter('β'), '<mn>1</mn>'), 'β₁'], beta2: [lowered(letter('β'), '<mn>2</mn>'), 'β₂'], epsilon: [letter('ε'), 'ε'],
  momentum: [letter('μ'), 'μ'], rho: [letter('ρ'), 'ρ'], weight_decay: [letter('λ'), 'λ'], t: [letter('t'), 't'],
};

/** The notation of a graph. */
export function programNotation(index: ProgramIndex, text: Say): Notation {
  const parse = (ref: string): ProgramRef | null => parseProgramRef(ref, index);
  const symbol = (of: string): string => index.nodes.get(of)?.symbol_mathml ?? mathText(of);
  const { target } = index.description;

  function mathml(ref: string): string {
    const parsed = parse(ref);
    if (parsed === null) return mathText(ref);
    const { kind, of, by } = parsed;
    const gradient = (): string => derivative(symbol(target), symbol(of));
    switch (kind) {
      case 'gradient': return gradient();
      case 'message': return `${gradient()}<mo stretchy="false" lspace="0" rspace="0">←</mo>${symbol(by)}`;
      case 'next': return primed(symbol(of));
      case 'memory': return lowered(letter(by), symbol(of));
      case 'next-memory': return primed(lowered(letter(by), symbol(of)));
      case 'setting': return SETTINGS[by]?.[0] ?? mathText(by);
      default: return symbol(of);
    }
  }

  /** What an inner operation is called: by its function and its inputs. */
  function nameOf(of: string): string {
    const node = index.nodes.get(of);
    if (!node) return of;
    if (node.function === CONSTANT && node.variable === '') return String(node.value ?? of);
    return node.variable === '' ? text(`program-function-${node.function.replaceAll('_', '-')}`) : unmarked(of);
  }

  function plain(ref: string): string {
    const parsed = parse(ref);
    if (parsed === null) return ref;
    const { kind, of, by } = parsed;
    const name = nameOf(of);
    switch (kind) {
      case 'gradient': return `∂${nameOf(target)}/∂${name}`;
      case 'message': return `∂${nameOf(target)}/∂${name} ← ${nameOf(by)}`;
      case 'next': return `${name}′`;
      case 'memory': return `${by}(${name})`;
      case 'next-memory': return `${by}(${name})′`;
      case 'setting': return SETTINGS[by]?.[1] ?? by;
      default: return name;
    }
  }

  function spoken(ref: string): string {
    const parsed = parse(ref);
    if (parsed === null) return ref;
    const { kind, of, by } = parsed;
    const node = index.nodes.get(of);
    const inner = kind === 'node' && node?.variable === '';
    return text(`program-ref-${inner ? 'operation' : kind}`, {
      name: nameOf(of), by: kind === 'message' ? nameOf(by) : by, target: nameOf(target), line: node?.line ?? 0, trained: String(index.trained.has(of)),
    });
  }

  /** `W[0,1]` becomes `W_next[0,1]`. */
  const updatedOf = (ref: string): string => ref.replace(/^[^[]+/, '$&_next');

  /** The leaf that a number belongs to. */
  const leafOf = (ref: string | null): string | null => {
    const parsed = ref === null ? null : parse(ref);
    return parsed && index.nodes.get(parsed.of)?.function === LEAF ? parsed.of : null;
  };
  const isLeaf = (ref: string): boolean => parse(ref)?.kind === 'leaf';

  return {
    mathml, plain, spoken, updatedOf,
    printsSign: (ref) => ['gradient', 'message'].includes(parse(ref)?.kind ?? ''),
    editable: isLeaf,
    turns: isLeaf,
    lockOf: () => 'parameters',
    isGiven: (ref) => ['leaf', 'constant', 'setting', 'memory'].includes(parse(ref)?.kind ?? ''),
    givenKey(ref, explained) {
      const kind = parse(ref)?.kind;
      if (kind === 'leaf') return index.trained.has(ref) ? 'program-given-trained' : 'program-given-leaf';
      if (kind === 'constant') return 'program-given-constant';
      if (kind === 'setting') return ref === `${SETTING}learning_rate` ? 'inspector-given-learning-rate' : 'inspector-given-setting';
      return kind === 'memory' && !explained ? 'inspector-given-memory' : null;
    },
    gradientOf(ref) {
      const parsed = parse(ref);
      return parsed && parsed.of !== '' && index.differentiated.has(parsed.of) ? `d${target}/d${parsed.of}` : null;
    },
    isGradientOfGiven: (gradient) => leafOf(gradient) !== null,
    parameterOf(ref) {
      const leaf = leafOf(ref);
      return leaf !== null && index.trained.has(leaf) ? leaf : null;
    },
    parameters: index.description.trained,
  };
}
