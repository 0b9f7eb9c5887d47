/** The other Chinese messages as one chunk. The server has the same topics (`LATER` in `i18n/catalogue.py`). */
const texts = import.meta.glob<string>(
  '../../../../../app/backstep_lab/i18n/locales/zh-CN/{data,embed,files,notebook,program,quiz,race,training-settings}.ftl',
  { query: '?raw', import: 'default', eager: true },
);

export default Object.values(texts).join('\n');
