/** The Chinese messages about operations from the loss on, and about an opened number. */
const texts = import.meta.glob<string>('../../../../../app/backstep_lab/i18n/locales/zh-CN/explanations/**/*.ftl', { query: '?raw', import: 'default', eager: true });

export default Object.values(texts).join('\n');
