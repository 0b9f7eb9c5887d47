import type { Api } from '../wire/client.ts';
import type { Known, StepAnswer } from '../wire/types.ts';
import { isSame, type Change, type Move } from './change.ts';

/** The most steps that one call makes. */
const MOST = 200;

/** Steps of one kind, which one call makes. */
export class Steps implements Change {
  readonly task = 'stepping';
  count = 1;
  /** Once it is sent, the count stays: the same call may be sent again. */
  #isSent = false;

  constructor(private readonly api: Api, readonly move: Move) {}

  /** Whether another step goes with these. An epoch may take long: its steps are made one by one. */
  takes(move: Move): boolean {
    return !this.#isSent && isSame(move, this.move) && move.unit !== 'epoch' && this.count < MOST;
  }

  readonly call = (id: string, revision: number, known: Known): Promise<StepAnswer> => {
    this.#isSent = true;
    const { way, unit } = this.move;
    return this.api[way === 'on' ? 'step' : 'back'](id, unit, revision, known, this.count);
  };
}
