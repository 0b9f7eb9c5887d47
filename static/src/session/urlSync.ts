import type { Api } from '../wire/client.ts';
import type { Begin, Session } from '../wire/types.ts';
import { updateAddress, momentOfAddress, NO_MOMENT, addressOfMoment } from './address.ts';
import { remember } from './storage.ts';
import type { Clock } from './clock.ts';
import { keptUnder } from './sessionStart.ts';

const SETTLED = 300; // milliseconds without a step until the address is updated

/** Updates the page's address to the shown moment once the learner pauses, so that it can be shared. */
export class UrlSync {
  #newest = 0;

  constructor(private readonly api: Api, private readonly clock: Clock) {}

  async moved(session: Session, begin: Begin, preset: string): Promise<void> {
    const asked = (this.#newest += 1);
    await this.clock.sleep(SETTLED);
    if (asked !== this.#newest) return;
    const change = await addressOfMoment(session, begin, () => this.#link(session));
    if (asked !== this.#newest) return;
    updateAddress(change ?? NO_MOMENT);
    remember(`at:${keptUnder(begin, preset)}`, momentOfAddress());
  }

  /**
   * Leave the address as it is until the next step. While a page is reloaded its script goes on: a change of the address
   * then would be kept for an address that the new page does not have, and the new page would not find its session.
   */
  hold(): void {
    this.#newest += 1;
  }

  async #link({ id }: Session): Promise<string | null> {
    return (await this.api.link(id ?? '').catch(() => null))?.state ?? null;
  }
}
