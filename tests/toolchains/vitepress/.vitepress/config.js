export default { title: 'Course', base: '/', outDir: 'site' };
