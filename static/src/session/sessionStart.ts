import type { Begin, InitialData, Session } from '../wire/types.ts';
import type { LessonState } from './lessonState.ts';
import { momentOfAddress, namesMoment, addressOfMoment, updateAddress } from './address.ts';
import { recall, remember } from './storage.ts';

/** What the start of a session depends on. */
export interface Page {
  readonly embedded: boolean;
  readonly preset: string;
  readonly predictMode: { readonly on: boolean };
  readonly lesson: LessonState | null;
}

/** The name under which this browser keeps a session: graphs that are no preset share one. */
export const keptUnder = ({ graph }: Begin, preset: string): string => (graph ? 'graph' : preset);

/** How the page's sessions are created, and which session of an earlier visit is resumed. */
export class SessionStart {
  /** The call that creates the session. */
  body: Begin;
  /** The session that the address names; null once the page has another. */
  #named: string | null;

  constructor(private readonly initial: InitialData, private readonly page: Page) {
    this.body = page.lesson?.begin ?? initial.begin;
    this.#named = page.lesson === null ? initial.session.id : null;
  }

  /** The session to resume, first of all that of the address; null for a new one. */
  kept(): string | null {
    if (this.#named !== null && this.body === this.initial.begin) return this.#named;
    const { embedded, lesson } = this.page;
    if (embedded) return null;
    if (lesson === null) return this.#goesElsewhere() ? null : recall(this.#name);
    return lesson.keptSession();
  }

  /** A lesson keeps its session with the passage. */
  keep(id: string | null): void {
    if (this.#named !== null && id !== this.#named) {
      this.#named = null;
      updateAddress({ session: null });
    }
    if (!this.page.embedded && this.page.lesson === null) remember(this.#name, id);
  }

  /** The call for another session: locks stay, and in predict mode the next operations are not sent. */
  elsewhere(begin: Begin): Begin {
    const { lock } = this.body;
    return { ...begin, ...(lock ? { lock } : {}), ...(this.page.predictMode.on ? { reveal_upcoming: false } : {}) };
  }

  /** The call that creates a session at this moment; null where it is too long for an address. */
  async at(session: Session, link: () => Promise<string | null>): Promise<Begin | null> {
    if (session.id === null) return this.body;
    const change = await addressOfMoment(session, this.body, link);
    if (change === null || change.state) return change && { state: change.state! };
    const { iteration, step, focus } = session.position;
    if (change.expr) return { ...this.body, at: { iteration, step } };
    return { preset: this.page.preset, at: { iteration, step }, focus };
  }

  /** What an address without a moment begins with. */
  get #model(): string {
    return keptUnder(this.body, this.page.preset);
  }

  /** Sessions of predict mode are kept separately. */
  get #name(): string {
    return `session:${this.#model}${this.page.predictMode.on ? ':predict' : ''}`;
  }

  /** Whether the address defines a moment other than that of the kept session. */
  #goesElsewhere(): boolean {
    const { initial } = this;
    return this.body === initial.begin && namesMoment(initial.asked) && recall(`at:${this.#model}`) !== momentOfAddress();
  }
}
