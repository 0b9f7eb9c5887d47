module.exports = {
  title: 'Course',
  url: 'https://course.example',
  baseUrl: '/',
  presets: [['classic', { docs: { routeBasePath: '/' }, blog: false, pages: false }]],
};
