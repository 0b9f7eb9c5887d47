/** Those that only a graph needs. */
const texts = import.meta.glob<string>('../../../../../app/backstep_lab/i18n/locales/zh-CN/graph/**/*.ftl', { query: '?raw', import: 'default', eager: true });

export default Object.values(texts).join('\n');
