import { untrack } from 'svelte';
import type { components } from '../wire/schema.gen.ts';
import { sessionPath } from '../wire/client.ts';
import { valuesOfShades } from '../wire/shades.ts';
import { Query } from '../session/query.svelte.ts';
import type { Lab } from '../session/lab.svelte.ts';
import type MapImage from './NeuronMap.svelte';
import type { NeuronMap } from './neuronMap.ts';

type Answer = components['schemas']['NeuronMaps'];

const RESOLUTION = 20;

const mapOf = (map: Answer['maps'][number], resolution: number): NeuronMap =>
  ({ values: valuesOfShades(map.shades, map, resolution), level: map.level ?? 0, low: map.low ?? 0, high: map.high ?? 0 });

/** The maps of the hidden neurons, asked for again whenever the session has changed. */
export class NeuronMapQuery {
  #query = new Query<Answer>();
  #maps = $derived(new Map(this.#query.answer?.maps.map((map) => [map.ref, mapOf(map, this.#query.answer?.resolution ?? 0)])));

  /** What draws a map, fetched with the first. */
  Image: typeof MapImage | null = $state.raw(null);

  constructor(private readonly lab: Lab) {}

  /** For use in an effect. */
  refresh(): void {
    const { lab } = this;
    if (!lab.workspace.neuronMaps) return;
    // Where it does not arrive it is asked for with the next answer.
    if (untrack(() => this.Image) === null) import('./NeuronMap.svelte').then((loaded) => (this.Image = loaded.default), () => undefined);
    const path = (id: string): string => `${sessionPath(id)}/neuron-maps?resolution=${RESOLUTION}`;
    void this.#query.put(`${lab.session.id} ${lab.session.revision}`, () => lab.query((api, id) => api.get<Answer>(path(id))));
  }

  of(ref: string): NeuronMap | null {
    return this.lab.workspace.neuronMaps && this.Image ? (this.#maps.get(ref) ?? null) : null;
  }
}
