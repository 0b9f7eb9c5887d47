import { DIGIT_CHOICES } from '../notation/numberFormat.ts';
import { LANGUAGES } from '../notation/i18n.ts';
import { MAX_LINK } from '../wire/limits.gen.ts';
import type { Lab } from '../session/lab.svelte.ts';
import { SPEEDS } from '../session/player.svelte.ts';
import { THEMES } from '../session/settings.svelte.ts';

type Data = Record<string, unknown>;
/** Executes a host's message and returns the data of the reply. Throws InvalidValue. */
export type Command = (lab: Lab, data: Data) => Promise<Data> | Data;

const STATE = new RegExp(`^[\\w-]{1,${MAX_LINK}}$`);

/** A value of a host's message that is not allowed. */
export class InvalidValue extends Error {
  constructor(readonly field: string, readonly value: unknown, readonly allowed: string) {
    super(`${field}: ${allowed}`);
  }
}

function among<T>(field: string, value: unknown, choices: readonly T[]): T {
  if (!choices.includes(value as T)) throw new InvalidValue(field, value, choices.join(', '));
  return value as T;
}

function whole(field: string, value: unknown): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) throw new InvalidValue(field, value, '0, 1, 2, …');
  return value;
}

const done = async (work: Promise<unknown> | unknown): Promise<Data> => {
  await work;
  return {};
};

/** The messages of a host, by type. Every name and value is validated before anything is done. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  hello: () => ({}),
  next: (lab, { unit }) => {
    if (unit !== undefined) lab.stepping.setUnit(among('unit', unit, lab.model.units));
    return done(lab.step());
  },
  back: (lab, { unit }) => {
    if (unit !== undefined) lab.stepping.setUnit(among('unit', unit, lab.model.units));
    return done(lab.stepping.back());
  },
  seek: (lab, { iteration, step = 0 }) => done(lab.stepping.seek(whole('iteration', iteration), whole('step', step))),
  play: (lab, { speed }) => {
    if (speed !== undefined) lab.player.setSpeed(among('speed', speed, SPEEDS));
    return done(lab.player.play());
  },
  pause: (lab) => done(lab.player.pause()),
  reset: (lab) => done(lab.reset()),
  set: (lab, { digits, unit, focus }) => {
    if (digits !== undefined) lab.settings.setDigits(among('digits', digits, DIGIT_CHOICES));
    if (unit !== undefined) lab.stepping.setUnit(among('unit', unit, lab.model.units));
    return focus === undefined ? {} : done(lab.edits.setFocus(whole('focus', focus)));
  },
  getState: async (lab) => ({ state: await lab.link() }),
  setState: async (lab, { state }) => {
    if (typeof state !== 'string' || !STATE.test(state)) throw new InvalidValue('state', state, `≤ ${MAX_LINK}, A–Z a–z 0–9 _ -`);
    if (!(await lab.replacement.openMoment(state))) throw new InvalidValue('state', state, 'getState');
    return {};
  },
  setLanguage: (lab, { lang }) => done(lab.setLang(among('lang', lang, LANGUAGES.map(({ code }) => code as string)))),
  setTheme: (lab, { theme }) => done(lab.settings.setTheme(among('theme', theme, THEMES))),
};
