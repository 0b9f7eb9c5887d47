/** A session as a file. */
import type { components } from './schema.gen.ts';

export type SessionFile = components['schemas']['SessionFile'];

/** The spec of a session file. Older files have `ahead` for `reveal_upcoming`. `predicting` wins over what the file has. */
export function specOf(file: SessionFile, predicting: boolean): SessionFile['spec'] {
  const { ahead, ...spec } = file.spec as SessionFile['spec'] & { ahead?: boolean };
  return { ...spec, reveal_upcoming: !predicting && (spec.reveal_upcoming ?? ahead ?? true) };
}
