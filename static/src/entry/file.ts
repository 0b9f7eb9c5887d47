import { mount } from 'svelte';
import '../../css/fonts.css';
import './styles.ts';
import App from './App.svelte';
import type { InitialData } from '../wire/types.ts';
import RecordedNote from '../notices/RecordedNote.svelte';
import { openFrame } from '../embed/openFrame.ts';
import { sendHostKeys } from './hostKeys.ts';
import { browserHost, FrameMessenger } from '../embed/messenger.ts';
import { catalogue } from '../notation/i18n.ts';
import { printLight } from './print.ts';
import { momentsOf } from '../wire/recorded/moments.ts';
import { replay } from '../wire/recorded/api.ts';
import type { FileData } from '../wire/recorded/recording.ts';
import { Lab } from '../session/lab.svelte.ts';
import { fetchModel } from '../session/model.ts';
import { systemClock } from '../session/clock.ts';

/** The lab in a single file, without server, address or storage: a recording answers its calls. */
async function open(target: HTMLElement, { recording, live, ...said }: FileData): Promise<void> {
  const session = momentsOf(recording)(recording.begins);
  await fetchModel(session);
  const initial: InitialData = {
    ...said, session, begin: {}, root: '', home: live, messages: await catalogue(said.lang),
  };
  const lab = new Lab(initial, { api: replay(recording), embedded: true, clock: systemClock, random: Math.random });
  target.replaceChildren();
  mount(App, { target, props: { lab, Note: RecordedNote } });
  printLight(document.documentElement);
  const messenger = new FrameMessenger(initial.query, browserHost);
  messenger.sendReady(initial);
  addEventListener('resize', () => messenger.sendHeight());
  openFrame(lab, initial, messenger, []);
  sendHostKeys(lab, messenger);
}

const target = document.getElementById('app');
const data = document.getElementById('backstep-recording');
if (target && data) void open(target, JSON.parse(data.textContent ?? '') as FileData);
