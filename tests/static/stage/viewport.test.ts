import { expect, test, vi } from 'vitest';
import { Viewport } from '../../../static/src/stage/viewport.svelte.ts';

type Moved = (to: { k: number; x: number; y: number }) => void;

vi.mock('../../../static/src/stage/zoomBehavior.ts', () => ({
  ZoomBehavior: class {
    readonly #moved;
    constructor(_element: unknown, _accepts: unknown, moved: Moved) {
      this.#moved = moved;
    }

    resize(): void { /* of no account here */ }
    show(k: number, x: number, y: number): void { this.#moved({ k, x, y }); }
    fit(): void { this.#moved({ k: 1, x: 0, y: 0 }); }
  },
}));

function attached(): Viewport {
  const viewport = new Viewport(() => false, () => 1, () => expect.unreachable());
  viewport.attach({ addEventListener: () => undefined } as unknown as HTMLElement);
  return viewport;
}

test('the picture that fits is not magnified by what was asked before it did', async () => {
  const viewport = attached();
  viewport.show({ k: 2, x: -50, y: -20 });
  expect(viewport.view.k).toBe(1); // what zooms is still on its way
  viewport.fit();
  await vi.dynamicImportSettled();
  await Promise.resolve();
  expect(viewport.view).toEqual({ k: 1, x: 0, y: 0 });
});

test('a part of a picture is shown as soon as what zooms has come', async () => {
  const viewport = attached();
  viewport.show({ k: 2, x: -50, y: -20 });
  await vi.dynamicImportSettled();
  await Promise.resolve();
  expect(viewport.view).toEqual({ k: 2, x: -50, y: -20 });
});
