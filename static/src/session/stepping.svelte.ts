import type { Api } from '../wire/client.ts';
import type { Unit } from '../wire/types.ts';
import type { Connection } from './connection.svelte.ts';
import { SeekLatest } from './seekLatest.ts';

/** Step forward, step back, seek. */
export class Stepping {
  /** How much one step does. */
  unit: Unit = $state('term');
  #seekLatest: SeekLatest;

  /** `giveWay` ends a run of training that goes on until it is stopped. */
  constructor(private readonly api: Api, private readonly connection: Connection, unit: Unit, private readonly giveWay: () => void) {
    this.unit = unit;
    this.#seekLatest = new SeekLatest(api, connection);
  }

  setUnit(unit: Unit): void {
    this.unit = unit;
  }

  /** One step forward; false where it was refused. */
  advance(): Promise<boolean> {
    this.giveWay();
    const { unit } = this;
    const call = (id: string, revision: number) => this.api.step(id, unit, revision);
    return unit === 'term' ? this.connection.step(call) : this.connection.act(call);
  }

  async back(): Promise<void> {
    this.giveWay();
    const { unit } = this;
    await this.connection.act((id, revision) => this.api.back(id, unit, revision));
  }

  async forwardPass(): Promise<void> {
    this.giveWay();
    await this.connection.act((id, revision) => this.api.forward(id, 'pass', revision));
  }

  async backwardPass(): Promise<void> {
    this.giveWay();
    await this.connection.act((id, revision) => this.api.backward(id, 'pass', revision));
  }

  async updatePass(): Promise<void> {
    this.giveWay();
    await this.connection.act((id, revision) => this.api.update(id, 'pass', revision));
  }

  /** `step` null: to the end of the iteration. */
  seek(iteration: number, step: number | null): Promise<void> {
    this.giveWay();
    return this.#seekLatest.seek(iteration, step);
  }
}
