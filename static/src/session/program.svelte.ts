import { programIndex, type ProgramIndex } from '../notation/programIndex.ts';
import type { ProgramDescription, ProgramSpec } from '../wire/program.ts';
import type { Session } from '../wire/types.ts';
import { isGraphSession } from './layeredSession.ts';

/** The program of a graph session, as the server describes it: asked for again when the program changes, not with its numbers. */
export class Program {
  /** Null until it is known, and for other models. */
  index: ProgramIndex | null = $state.raw(null);
  /** The description could not be loaded. */
  failed = $state(false);
  /** What the index is of, or what is asked for. */
  #about = '';

  constructor(private readonly describe: (program: ProgramSpec) => Promise<ProgramDescription>, private first: ProgramDescription | null) {}

  follow(session: Session): void {
    const spec = isGraphSession(session) ? session.spec.graph : null;
    const about = spec === null ? '' : aboutOf(spec);
    if (about === this.#about) return;
    this.#about = about;
    this.failed = false;
    if (spec === null) this.index = null;
    else if (this.first) this.index = programIndex(this.first);
    else void this.#load(spec, about);
    this.first = null;
  }

  /** Ask again, after a failure. */
  retry(session: Session): void {
    this.#about = '';
    this.follow(session);
  }

  async #load(spec: ProgramSpec, about: string): Promise<void> {
    try {
      const description = await this.describe(spec);
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
