/** What a hidden neuron answers over the plane of two inputs. */
export interface NeuronMap {
  values: number[][];
  level: number;
  low: number;
  high: number;
}
