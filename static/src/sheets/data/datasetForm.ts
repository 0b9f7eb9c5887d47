/** The data form's values, and the edits of the session that they make. */
import type { DatasetInfo, LayeredSession } from '../../wire/types.ts';
import { testFraction } from '../../session/suggestedNetwork.ts';
import { PLAIN, type Feature } from '../../notation/features.ts';

/** The values of the form. */
export interface DatasetFormValues {
  name: string;
  samples: number;
  noise: number;
  seed: number;
  test: number;
  classes: number | null;
  scale: string | null;
  features: readonly Feature[];
}

const defaultOf = (info: DatasetInfo, option: string): number | string | null => {
  const value = info.options.find(({ name }) => name === option)?.default;
  return typeof value === 'number' || typeof value === 'string' ? value : null;
};

export function defaultValues(info: DatasetInfo): DatasetFormValues {
  return {
    name: info.name, samples: info.samples, noise: 0, seed: 0, test: testFraction(info),
    classes: defaultOf(info, 'classes') as number | null, scale: defaultOf(info, 'scale') as string | null, features: PLAIN,
  };
}

/** The values of the session, where it has this data set; otherwise the defaults. */
export function valuesIn(info: DatasetInfo, { spec }: LayeredSession): DatasetFormValues {
  const data = spec.data;
  const values = defaultValues(info);
  if (data.name !== info.name) return values;
  return {
    ...values, samples: data.samples ?? values.samples, noise: data.noise ?? 0, seed: data.seed ?? 0,
    test: data.test_fraction ?? 0, classes: data.classes ?? values.classes, scale: data.scale ?? values.scale,
    features: data.features?.length ? data.features : PLAIN,
  };
}

const isPlain = (features: readonly Feature[]): boolean => features.join() === PLAIN.join();

/** Empty where the features are the point itself. */
export const featuresIn = (features: readonly Feature[]): { features: readonly Feature[] } => ({
  features: isPlain(features) ? [] : features,
});

export function datasetSpec(values: DatasetFormValues, { inputs }: DatasetInfo): Record<string, unknown> {
  const { name, samples, noise, seed, test, classes, scale, features } = values;
  const data: Record<string, unknown> = { name, samples, noise, seed, test_fraction: test };
  if (classes !== null) data['classes'] = classes;
  if (scale !== null) data['scale'] = scale;
  return inputs === 2 ? { ...data, ...featuresIn(features) } : data;
}

/** The layers, from 1, that start from new weights, because their size has changed. */
export function startedAnew(before: readonly number[], after: readonly number[]): number[] {
  const other = (l: number): boolean => before.length !== after.length || before[l] !== after[l] || before[l - 1] !== after[l - 1];
  return after.map((_, l) => l).slice(1).filter(other);
}
