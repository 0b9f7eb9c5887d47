import '../../css/fonts.css';
import './styles.ts';
import { introduction, isFirstVisit } from '../lesson/firstVisit.ts';
import { connect } from '../wire/client.ts';
import type { InitialData } from '../wire/types.ts';
import { initialOf } from './initialData.ts';
import { sayNotLoaded } from './notLoaded.ts';
import { fetchTeaching, start } from './start.ts';

const found = initialOf(document);
if (found) void begin(found.target, found.initial).catch(sayNotLoaded);

async function begin(target: HTMLElement, initial: InitialData): Promise<void> {
  await start(target, isFirstVisit(initial, parent !== window) ? await introduced(initial) : initial, false);
}

/** With the introduction, where that was left; without it where it cannot be loaded. */
async function introduced(initial: InitialData): Promise<InitialData> {
  return Promise.all([introduction(connect(initial.root), initial), fetchTeaching({ number: 0 })]).then(([taught]) => taught, () => initial);
}
