import type { AddressQuery } from '../../../static/src/wire/types.ts';

/** What an address says that says nothing. */
export const QUERY: AddressQuery = {
  v: '1', preset: 'mazur', state: '', iteration: 0, step: 0, focus: 0, unit: 'term', view: 'all',
  panels: ['formula', 'inspector', 'views', 'story', 'published', 'numbers'], mode: 'step', controls: 'full', hide: [], lock: [],
  expr: '', values: '', lang: '', theme: 'auto', digits: 3, scale: 1, motion: 'auto', start: 'click', autoplay: 0, predict: 0, lesson: '', passage: 1, id: '', origin: '',
};
