import { expect, test } from 'vitest';
import { openLog } from './log.ts';

test('the log blanks personal data and keeps an error free of its fields', () => {
  const lines: string[] = [];
  const log = openLog('info', { write: (line) => void lines.push(line) });
  const error = Object.assign(new Error('broken'), { parameters: ['rosa@example.org'], code: 'E1' });
  log.info({ email: 'rosa@example.org', person: { id: 'p1', name: 'Rosa' } }, 'signed in');
  log.error({ err: error }, 'failed');
  log.debug('not written');
  expect(lines).toHaveLength(2);
  expect(lines.join('')).not.toMatch(/rosa/i);
  expect(lines[0]).toContain('"id":"p1"');
  expect(lines[1]).toMatch(/"message":"broken".*"code":"E1"/);
});
