import type { BackstepEventName } from 'backstep-embed';
import { OBSERVED } from '../../../static/src/embed/element/attributes.ts';

export { OBSERVED };

type EventWord = BackstepEventName extends `backstep-${infer Word}` ? Word : never;

const WORDS: Readonly<Record<EventWord, true>> = {
  ready: true, resize: true, loaded: true, step: true, change: true, complete: true, answer: true, warning: true, error: true,
  reply: true, key: true,
};

/** The words of the element's events: `step` is that of `backstep-step`. */
export const EVENT_WORDS = Object.keys(WORDS) as EventWord[];

/** As components name what handles an event: `onStep`. */
export const handlerName = (word: EventWord): string => `on${word.charAt(0).toUpperCase()}${word.slice(1)}`;

/** Switches may be named alone, as in `<Backstep predict />`. */
const SWITCHES = ['predict', 'autoplay'];

/** The attributes of the element that these properties of a component stand for, as text, the same on a server. */
export function attributesOf(properties: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(OBSERVED.flatMap((name) => {
    const value = properties[name];
    if (value === undefined || value === null || value === false) return [];
    return [[name, value === true || (value === '' && SWITCHES.includes(name)) ? '1' : String(value)]];
  }));
}
