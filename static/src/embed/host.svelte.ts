import type { InitialData, Position, Query } from '../api/types.ts';
import { complaint } from '../messages.ts';
import type { Lab } from '../state/lab.ts';
import { COMMANDS, Unfit } from './commands.ts';
import { heard } from './envelope.ts';
import { natural } from './height.ts';

/** What the frame stands in: told apart from `window` so that it can be tried without one. */
export interface Outside {
  /** To the page around the frame. */
  post(message: object, target: string): void;
  /** Who may speak to us, besides by `origin`. */
  isParent(source: unknown): boolean;
  width(): number;
  /** What WordPress puts behind the address, and wants to hear again; '' elsewhere. */
  secret(): string;
}

/** Tells the page around the frame what happens in it, and does what that page asks. */
export class Host {
  #seq = 0;
  #asked = 0;
  #query: Query;

  constructor(private readonly lab: Lab, initial: InitialData, private readonly outside: Outside) {
    this.#query = initial.query;
  }

  /** Begin to speak. What is given back ends it. */
  open(): () => void {
    this.tell('ready', { preset: this.lab.preset, lang: this.lab.lang, position: placeOf(this.lab.session.position) });
    for (const slip of this.lab.slips) this.tell('warning', { ...slip });
    this.resized();
    return $effect.root(() => {
      this.#watchMoment();
      this.#watchProblems();
    });
  }

  tell(type: string, data: Record<string, unknown>): void {
    this.#seq += 1;
    const { id, origin } = this.#query;
    // A frame without an origin of its own, as in a sandbox, cannot know who is there: what it says is no secret.
    this.outside.post({ source: 'backstep', v: 1, id, type, seq: this.#seq, data }, origin || '*');
  }

  resized(): void {
    const height = natural(this.outside.width(), this.#query);
    this.tell('resize', { height });
    const secret = this.outside.secret();
    if (secret) this.outside.post({ message: 'height', value: height, secret }, '*');
    else this.outside.post({ subject: 'lti.frameResize', height }, '*');
  }

  /** A message from anywhere: only the page around us is obeyed, and only if it is the one the address names. */
  async hear(message: unknown, source: unknown, origin: string): Promise<void> {
    const asked = heard(message);
    if (!asked || !this.outside.isParent(source)) return;
    if (this.#query.origin && origin !== this.#query.origin) return;
    const command = Object.hasOwn(COMMANDS, asked.type) ? COMMANDS[asked.type] : undefined;
    this.#asked += 1;
    try {
      if (!command) throw new Unfit('type', asked.type, Object.keys(COMMANDS).join(', '));
      const data = await command(this.lab, asked.data);
      this.tell('reply', { to: asked.seq, ok: true, position: placeOf(this.lab.session.position), ...data });
    } catch (error) {
      if (!(error instanceof Unfit)) throw error;
      this.tell('warning', { name: error.field, value: shown(error.value), allowed: error.allowed });
      this.tell('reply', { to: asked.seq, ok: false, field: error.field, allowed: error.allowed });
    } finally {
      this.#asked -= 1;
    }
  }

  #watchMoment(): void {
    let last: { id: string | null; place: string; edits: number } | null = null;
    $effect(() => {
      const { id, position, edits, operation } = this.lab.session;
      const now = { id, place: `${position.iteration}.${position.step}`, edits };
      const before = last;
      last = now;
      if (before === null) return;
      const told = { position: placeOf(position), userInitiated: this.#asked === 0 && !this.lab.playing };
      if (before.id !== now.id) this.tell('loaded', { preset: this.lab.preset, ...told });
      if (before.edits !== now.edits) this.tell('change', { edits, ...told });
      // Before there is a session, a step is only drawn ahead; a new session is told as loaded.
      if (before.place === now.place || before.id !== id || id === null) return;
      this.tell('step', { ...told, operation: operation && { kind: operation.kind, ref: operation.ref, value: operation.value } });
    });
  }

  #watchProblems(): void {
    $effect(() => {
      const { problem } = this.lab;
      if (problem) this.tell('error', { type: problem.type, detail: complaint(problem, this.lab.text) });
    });
  }
}

const placeOf = ({ epoch, iteration, step, steps, phase, focus }: Position): Record<string, unknown> =>
  ({ epoch, iteration, step, steps, phase, focus });

/** A value of somebody else's, safe to repeat. */
const shown = (value: unknown): string =>
  typeof value === 'object' || typeof value === 'function' ? typeof value : String(value).slice(0, 40);
