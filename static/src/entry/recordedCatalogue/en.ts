/** Replaces `notation/catalogue/en.ts` in a page of one file, without the words of what needs a server (`later/server`). */
const texts = import.meta.glob<string>(['../../../../app/backstep_lab/i18n/locales/en/*.ftl', '../../../../app/backstep_lab/i18n/locales/en/explanations/*.ftl', '../../../../app/backstep_lab/i18n/locales/en/later/*.ftl'], { query: '?raw', import: 'default', eager: true });

export default Object.values(texts).join('\n');
