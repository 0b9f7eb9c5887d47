/** The other English messages as one chunk. */
const texts = import.meta.glob<string>('../../../../../app/backstep_lab/i18n/locales/en/later/**/*.ftl', { query: '?raw', import: 'default', eager: true });

export default Object.values(texts).join('\n');
