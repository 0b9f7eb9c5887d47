/** The home page: its styles, and how far this browser has come in each lesson. */
import '../../css/fonts.css';
import '../../css/home.css';
import { howFar, type HowFar } from '../lesson/keptLesson.ts';

/** Shows how far a lesson has come on its card; the link of the card goes on there. */
function show(card: HTMLElement, { passages, complete }: HowFar): void {
  const bar = card.querySelector('progress');
  if (bar) bar.value = passages;
  for (const [part, hidden] of [['.how-far', false], ['.begun', complete], ['.done', !complete]] as const) {
    const element = card.querySelector<HTMLElement>(part);
    if (element) element.hidden = hidden;
  }
}

const cards = [...document.querySelectorAll<HTMLElement>('[data-lesson]')];
const begun = cards.flatMap((card) => {
  const far = howFar(card.dataset['lesson'] ?? '', Number(card.dataset['passages']));
  if (far === null) return [];
  show(card, far);
  return far.complete ? [] : [card];
});
const last = begun.at(-1);
const goOn = document.querySelector<HTMLAnchorElement>('.go-on');
if (last && goOn) {
  goOn.href = last.querySelector('a')?.href ?? '';
  goOn.textContent = last.dataset['goOn'] ?? '';
  goOn.hidden = false;
}
