import { untrack } from 'svelte';

/**
 * A value that seldom changes, for many readers: they run again only when it is another one. Readers of a derived value are all
 * asked whether they have to, whenever something that it is derived from changes. Called while a component is made.
 */
export function settled<T>(compute: () => T): () => T {
  let value = $state.raw(untrack(compute));
  $effect.pre(() => {
    value = compute();
  });
  return () => value;
}
