import type { components } from '../wire/schema.gen.ts';
import { sessionPath } from '../wire/client.ts';
import { valuesOfShades } from '../wire/shades.ts';
import { Query } from '../session/query.svelte.ts';
import type { Lab } from '../session/lab.svelte.ts';

type Answer = components['schemas']['NeuronMaps'];

/** What a hidden neuron answers over the plane of two inputs. */
export interface NeuronMap {
  values: number[][];
  level: number;
  low: number;
  high: number;
}

const RESOLUTION = 20;

const mapOf = (map: Answer['maps'][number], resolution: number): NeuronMap =>
  ({ values: valuesOfShades(map.shades, map, resolution), level: map.level ?? 0, low: map.low ?? 0, high: map.high ?? 0 });

/** The maps of the hidden neurons, asked for again whenever the session has changed. */
export class NeuronMapQuery {
  #query = new Query<Answer>();
  #maps = $derived(new Map(this.#query.answer?.maps.map((map) => [map.ref, mapOf(map, this.#query.answer?.resolution ?? 0)])));

  constructor(private readonly lab: Lab) {}

  /** For use in an effect. */
  refresh(): void {
    const { lab } = this;
    if (!lab.workspace.neuronMaps) return;
    const path = (id: string): string => `${sessionPath(id)}/neuron-maps?resolution=${RESOLUTION}`;
    void this.#query.put(`${lab.session.id} ${lab.session.revision}`, () => lab.query((api, id) => api.get<Answer>(path(id))));
  }

  of(ref: string): NeuronMap | null {
    return this.lab.workspace.neuronMaps ? (this.#maps.get(ref) ?? null) : null;
  }
}
