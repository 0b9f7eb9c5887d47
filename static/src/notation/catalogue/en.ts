/** The English messages that a first step may need, as one chunk. */
const texts = import.meta.glob<string>('../../../../app/backstep_lab/i18n/locales/en/*.ftl', { query: '?raw', import: 'default', eager: true });

export default Object.values(texts).join('\n');
