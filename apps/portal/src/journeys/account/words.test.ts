import { expect, test } from 'vitest';

import { browserIn, waiting } from './words.ts';

test.each([
  ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox on Linux'],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36',
    'Chrome on Windows',
  ],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36 Edg/150.0',
    'Edge on Windows',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1',
    'Safari on iPhone',
  ],
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Safari/605.1.15',
    'Safari on macOS',
  ],
  ['curl/8.9', 'An unknown browser'],
  ['', 'An unknown browser'],
])('a browser that calls itself %s is shown as %s', (agent, shown) => {
  expect(browserIn(agent)).toBe(shown);
});

test('what waits is named by role', () => {
  expect(waiting(['moderator'])).toBe('Your work as moderator is waiting');
  expect(waiting(['externalModerator', 'provider'])).toBe(
    'Your work as external moderator and member of staff is waiting',
  );
  expect(waiting([])).toBe('Your work is waiting');
});
