/** The Chinese messages that a first step may need, as one chunk. */
const texts = import.meta.glob<string>([
  '../../../../app/backstep_lab/i18n/locales/zh-CN/*.ftl', '!**/data.ftl', '!**/embed.ftl', '!**/files.ftl', '!**/notebook.ftl',
  '!**/program.ftl', '!**/quiz.ftl', '!**/race.ftl', '!**/training-settings.ftl',
], { query: '?raw', import: 'default', eager: true });

export default Object.values(texts).join('\n');
