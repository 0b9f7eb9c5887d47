import type { BackstepEmbedElement } from 'backstep-embed';
import { defineComponent, h, shallowRef } from 'vue';
import type * as types from '../types/vue.d.ts';
import { EVENT_WORDS, OBSERVED, attributesOf } from './attributes.ts';
import './index.ts';

export const Backstep = defineComponent({
  name: 'Backstep',
  props: [...OBSERVED],
  emits: EVENT_WORDS,
  setup(props, { emit, expose, slots }) {
    const element = shallowRef<BackstepEmbedElement | null>(null);
    expose({ element });
    const listeners = Object.fromEntries(EVENT_WORDS.map((word) => [
      `onBackstep-${word}`, (event: CustomEvent) => { emit(word, event.detail, event); },
    ]));
    return () => h('backstep-embed', { ...attributesOf(props), ...listeners, ref: element }, slots.default?.());
  },
}) as unknown as typeof types.Backstep;
