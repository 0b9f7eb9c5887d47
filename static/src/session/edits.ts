import type { Api, Edit } from '../wire/client.ts';
import type { Connection } from './connection.svelte.ts';
import { modelOf } from './model.ts';
import type { TrainingRun } from './trainingRun.svelte.ts';

/** Edits of the session's numbers and settings, also beside a run of training; a step back undoes them. */
export class Edits {
  constructor(private readonly api: Api, private readonly connection: Connection, private readonly run: TrainingRun) {}

  /** False where the edit was refused. */
  change(edit: Omit<Edit, 'revision'>): Promise<boolean> {
    if (this.run.training) return this.run.change(edit);
    return this.connection.act((id, revision) => this.api.edit(id, { revision, ...edit }));
  }

  /** A number that may be edited: a weight, a bias, an input, a target, a leaf. */
  async setNumber(ref: string, value: number): Promise<void> {
    await this.change(modelOf(this.connection.shown).edit(ref, value));
  }

  /** Show another example of the batch, counted from 0. */
  async setFocus(focus: number): Promise<void> {
    await this.change({ focus });
  }

  async setLearningRate(value: number): Promise<void> {
    const { name } = this.connection.shown.spec.training.optimizer;
    await this.change({ training: { optimizer: { name, learning_rate: value } } });
  }
}
