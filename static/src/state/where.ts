import type { Api } from '../api/client.ts';
import type { Begin, Session } from '../api/types.ts';
import { inAddress, isPlain, momentInAddress, placeIn, wholeIn } from './address.ts';
import { remember } from './memory.ts';
import type { Clock } from './queue.ts';

const SETTLED = 300; // milliseconds without a step until the address follows

/** Keeps the address true to the moment on the stage, once a learner pauses there: what it says can be shared. */
export class Where {
  #newest = 0;

  constructor(private readonly api: Api, private readonly clock: Clock) {}

  async moved(session: Session, begin: Begin, preset: string): Promise<void> {
    const asked = (this.#newest += 1);
    await this.clock.sleep(SETTLED);
    if (asked !== this.#newest) return;
    const says = isPlain(session, begin) ? placeIn(session) : await this.#whole(session);
    if (asked !== this.#newest) return;
    inAddress(says);
    remember(`at:${preset}`, momentInAddress());
  }

  async #whole(session: Session): Promise<ReturnType<typeof placeIn>> {
    const told = await this.api.link(session.id ?? '').catch(() => null);
    return told?.state ? wholeIn(told.state) : { state: null, iteration: null, step: null, focus: null };
  }
}
