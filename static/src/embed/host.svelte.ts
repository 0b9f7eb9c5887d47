import { untrack } from 'svelte';
import type { InitialData, Session } from '../wire/types.ts';
import { complaint } from '../notation/messages.ts';
import type { Lab } from '../session/lab.svelte.ts';
import { COMMANDS, InvalidValue } from './commands.ts';
import { parseEnvelope } from './envelope.ts';
import { statement } from './statement.ts';
import { positionOf, type HostWindow, type FrameMessenger } from './messenger.ts';

/** Sends events to the page around the frame, and executes the messages of that page. */
export class Host {
  #asked = 0;

  constructor(private readonly lab: Lab, private readonly initial: InitialData, private readonly messenger: FrameMessenger, private readonly host: HostWindow) {}

  /** Start to send events, from the moment that the page was delivered with; the result stops that. */
  open(): () => void {
    return $effect.root(() => {
      this.#watchMoment();
      this.#watchProblems();
      this.#watchAnswers();
      this.#watchLesson();
    });
  }

  /** Executes a message of the parent page, whose origin must be the one that the address names. Others are ignored. */
  async hear(message: unknown, source: unknown, origin: string): Promise<void> {
    const asked = parseEnvelope(message);
    if (!asked || !this.host.isParent(source)) return;
    if (this.initial.query.origin && origin !== this.initial.query.origin) return;
    const command = Object.hasOwn(COMMANDS, asked.type) ? COMMANDS[asked.type] : undefined;
    this.#asked += 1;
    try {
      if (!command) throw new InvalidValue('type', asked.type, Object.keys(COMMANDS).join(', '));
      const data = await command(this.lab, asked.data);
      this.messenger.send('reply', { to: asked.seq, ok: true, position: positionOf(this.lab.session.position), ...data });
    } catch (error) {
      if (!(error instanceof InvalidValue)) throw error;
      this.messenger.send('warning', { name: error.field, value: shown(error.value), allowed: error.allowed });
      this.messenger.send('reply', { to: asked.seq, ok: false, field: error.field, allowed: error.allowed });
    } finally {
      this.#asked -= 1;
    }
  }

  #watchMoment(): void {
    // What is clicked or asked before this effect runs for the first time is a change as well.
    let last = momentOf(this.initial.session);
    $effect(() => {
      const { id, position, edits, operation } = this.lab.session;
      // Steps before there is a session are sent once it has made them.
      if (id === null) return;
      const [before, now] = [last, momentOf(this.lab.session)];
      last = now;
      const where = { position: positionOf(position), userInitiated: this.#asked === 0 && !this.lab.player.playing };
      if (before.id !== now.id) this.messenger.send('loaded', { preset: this.lab.preset, ...where });
      if (before.edits !== now.edits) this.messenger.send('change', { edits, ...where });
      // The moment of another session is sent as `loaded`.
      if (before.place === now.place || (before.id !== id && before.id !== null)) return;
      this.messenger.send('step', { ...where, operation: operation && { kind: operation.kind, ref: operation.ref, value: operation.value } });
    });
  }

  #watchAnswers(): void {
    let last = this.lab.predictMode.judged;
    $effect(() => {
      const { judged } = this.lab.predictMode;
      if (judged === null || judged === last) return;
      last = judged;
      const { verdict: { ref, ask, given, misconception }, outcome: { correct, shown, tries }, seconds, moment } = judged;
      const answer = { ref, ask, given, correct, shown, misconception, tries, seconds, score: this.lab.predictMode.score.now };
      const { lesson, home } = this.lab;
      const object = lesson ? `${home}/lessons/${lesson.content.slug}?passage=${untrack(() => lesson.at) + 1}` : `${home}/${moment && `?${moment}`}`;
      const said = statement('answered', object, this.lab.notation.spoken(ref), { success: correct, response: given, seconds });
      this.messenger.send('answer', { ...answer, statement: said });
    });
  }

  #watchLesson(): void {
    $effect(() => {
      const { lesson, predictMode: { score } } = this.lab;
      if (!lesson?.complete) return;
      const { slug, title } = lesson.content;
      untrack(() => {
        const result = { success: score.right === score.asked, seconds: score.seconds, score: score.now };
        const said = statement('completed', `${this.lab.home}/lessons/${slug}`, title, result);
        this.messenger.send('complete', { lesson: slug, score: score.now, statement: said });
      });
    });
  }

  #watchProblems(): void {
    $effect(() => {
      const { problem } = this.lab.connection;
      if (problem) this.messenger.send('error', { type: problem.type, detail: complaint(problem, this.lab.text) });
    });
  }
}

interface SentMoment {
  id: string | null;
  place: string;
  edits: number;
}

const momentOf = ({ id, position, edits }: Session): SentMoment => ({ id, place: `${position.iteration}.${position.step}`, edits });

/** A host's value, shortened for a message. */
const shown = (value: unknown): string =>
  typeof value === 'object' || typeof value === 'function' ? typeof value : String(value).slice(0, 40);
