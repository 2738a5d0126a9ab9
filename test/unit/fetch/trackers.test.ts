import { expect, it } from 'vitest';
import { isTracker } from '../../../src/fetch/browser/trackers.ts';

it.each([
  ['https://www.google-analytics.com/g/collect?v=2', 'https://harbour-light.example/news/1', true],
  ['https://securepubads.g.doubleclick.net/tag/js/gpt.js', 'https://harbour-light.example/', true],
  ['https://cdn.harbour-light.example/app.js', 'https://harbour-light.example/', false],
  ['https://google-analytics.com.harbour-light.example/a.js', 'https://harbour-light.example/', false],
  // A company's own pages need its own scripts.
  ['https://static.chartbeat.com/site.js', 'https://blog.chartbeat.com/post', false],
  ['http://127.0.0.1:8080/app.js', 'http://127.0.0.1:8080/', false],
  ['data:text/javascript,1', 'https://harbour-light.example/', false],
])('%s on %s: %s', (url, page, expected) => {
  expect(isTracker(url, page)).toBe(expected);
});
