/** The size of the tile that a view stands in. */
import { getContext, setContext } from 'svelte';

export interface TileSize {
  /** In CSS pixels, without the tile's header and padding. */
  readonly width: number;
  readonly height: number;
}

const KEY = Symbol('tile');

/** `size`: read again at each use, so that what draws by it follows. */
export const provideTileSize = (size: () => TileSize): void => void setContext(KEY, size);
export const useTileSize = (): (() => TileSize) | null => getContext<(() => TileSize) | undefined>(KEY) ?? null;
