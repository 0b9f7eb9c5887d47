import '../../css/fonts.css';
import './styles.ts';
import { introduction, isFirstVisit } from '../lesson/firstVisit.ts';
import { connect } from '../wire/client.ts';
import type { InitialData } from '../wire/types.ts';
import { initialOf } from './initialData.ts';
import { sayNotLoaded } from './notLoaded.ts';
import { start } from './start.ts';

const found = initialOf(document);
if (found) {
  const { target, initial } = found;
  if (isFirstVisit(initial, parent !== window)) void introduce(target, initial);
  else void start(target, initial, false).catch(sayNotLoaded);
}

/** The lab with its introduction, where that was left; without it where it cannot be loaded. */
async function introduce(target: HTMLElement, initial: InitialData): Promise<void> {
  const introduced = await introduction(connect(initial.root), initial).catch(() => initial);
  await start(target, introduced, false);
}
