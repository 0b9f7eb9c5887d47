import type { Begin, InitialData, Session } from '../wire/types.ts';
import type { LessonState } from './lessonState.ts';
import { momentOfAddress, namesMoment, addressOfMoment } from './address.ts';
import { recall, remember } from './storage.ts';

/** What of the page decides where a session begins. */
export interface Page {
  readonly embedded: boolean;
  readonly preset: string;
  readonly prediction: { readonly on: boolean };
  readonly lesson: LessonState | null;
}

/** Where the page's sessions begin, and which one of an earlier visit it goes on with. */
export class SessionStart {
  /** The call that makes the session. */
  body: Begin;

  constructor(private readonly initial: InitialData, private readonly page: Page) {
    this.body = page.lesson?.begin ?? initial.begin;
  }

  /** The session to go on with; null where a new one is wanted. */
  kept(): string | null {
    const { embedded, lesson } = this.page;
    if (embedded) return null;
    if (lesson === null) return this.#goesElsewhere() ? null : recall(this.#name);
    return lesson.keptSession();
  }

  /** A lesson keeps its session itself, with the passage. */
  keep(id: string | null): void {
    if (!this.page.embedded && this.page.lesson === null) remember(this.#name, id);
  }

  /** The same call for a session elsewhere: what is locked stays so, and what is to be predicted is not told ahead. */
  elsewhere(begin: Begin): Begin {
    const { lock } = this.body;
    return { ...begin, ...(lock ? { lock } : {}), ...(this.page.prediction.on ? { ahead: false } : {}) };
  }

  /** The call that makes a session at this moment; null where it is too much for an address. */
  async at(session: Session, link: () => Promise<string | null>): Promise<Begin | null> {
    if (session.id === null) return this.body;
    const change = await addressOfMoment(session, this.body, link);
    if (change === null || change.state) return change && { state: change.state! };
    const { iteration, step, focus } = session.position;
    return { preset: this.page.preset, at: { iteration, step }, focus };
  }

  /** A session that answers ahead and one that does not are kept apart. */
  get #name(): string {
    return `session:${this.page.preset}${this.page.prediction.on ? ':predict' : ''}`;
  }

  /** An address that names a moment leads there, unless the kept session stood at it when the address was written. */
  #goesElsewhere(): boolean {
    const { initial, page } = this;
    return this.body === initial.begin && namesMoment(initial.asked) && recall(`at:${page.preset}`) !== momentOfAddress();
  }
}
