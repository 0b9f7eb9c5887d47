import type { Notation, Say } from '../notation/notation.ts';
import type { ProgramIndex } from '../notation/programIndex.ts';
import type { ProgramDescription, ProgramSpec } from '../wire/program.ts';
import type { Session } from '../wire/types.ts';
import { isGraphSession } from './layeredSession.ts';

/** What only graphs need is fetched with the first of them. */
const parts = () => Promise.all([import('../notation/programIndex.ts'), import('../notation/programNotation.ts')]);

/** The program of a graph session, as the server describes it: asked for again when the program changes, not with its numbers. */
export class Program {
  /** Null until it is known, and for other models. */
  index: ProgramIndex | null = $state.raw(null);
  /** The description could not be loaded. */
  failed = $state(false);
  #notation: ((index: ProgramIndex, text: Say) => Notation) | null = null;
  /** What the index is of, or what is asked for. */
  #about = '';

  /** `words` loads the messages that only graphs need: a page that begins with one, `first`, has them. */
  constructor(private readonly describe: (program: ProgramSpec) => Promise<ProgramDescription>, private first: ProgramDescription | null, private readonly words: () => Promise<void>) {}

  follow(session: Session): void {
    const spec = isGraphSession(session) ? session.spec.graph : null;
    const about = spec === null ? '' : aboutOf(spec);
    if (about === this.#about) return;
    this.#about = about;
    this.failed = false;
    if (spec === null) this.index = null;
    else void this.#load(this.first ?? this.#described(spec), about);
    this.first = null;
  }

  /** Ask again, after a failure. */
  retry(session: Session): void {
    this.#about = '';
    this.follow(session);
  }

  /** How the numbers of the program are written; null until it is known. */
  notation(text: Say): Notation | null {
    return this.index && this.#notation && this.#notation(this.index, text);
  }

  async #described(spec: ProgramSpec): Promise<ProgramDescription> {
    // A spec without a choice of trained leaves has the one of its names: no other one is made for it.
    const [description] = await Promise.all([this.describe({ train: null, ...spec }), this.words()]);
    return description;
  }

  async #load(asked: ProgramDescription | Promise<ProgramDescription>, about: string): Promise<void> {
    try {
      const [[{ programIndex }, { programNotation }], description] = await Promise.all([parts(), asked]);
      this.#notation = programNotation;
      if (about === this.#about) this.index = programIndex(description);
    } catch {
      this.failed = about === this.#about;
    }
  }
}

/** All that the graph depends on: of the leaves their shapes alone. */
function aboutOf({ program, values, target, train }: ProgramSpec): string {
  const shapes = Object.entries(values ?? {}).map(([name, value]) => [name, JSON.stringify(value).replace(/[^[\],]/g, '')]);
  return JSON.stringify([program, shapes, target, train]);
}
