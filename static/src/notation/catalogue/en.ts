/** Every English message in one file, so that a page asks for its language once. */
const texts = import.meta.glob<string>('../../../../app/backstep_lab/i18n/locales/en/*.ftl', { query: '?raw', import: 'default', eager: true });

export default Object.values(texts).join('\n');
