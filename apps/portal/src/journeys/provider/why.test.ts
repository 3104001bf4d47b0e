import { expect, test } from 'vitest';

import { markerSought, whyWords } from './why.ts';

test('each marker that is sought is named, and why, with the rule', () => {
  expect(markerSought({ marker: 'first', why: ['accepted'] })).toBe('First marker');
  expect(markerSought({ marker: 'first', why: ['remarking'] })).toBe('Another first marker');
  expect(markerSought({ marker: 'second', why: ['resubmission'] })).toBe('Second marker, blind');
  expect(markerSought({ marker: 'third', why: ['conferenceLapsed'] })).toBe('Third marker');
  expect(whyWords({ why: ['firstPortfolios', 'resubmission'] }).match(/R11/g)).toHaveLength(2);
  expect(whyWords({ why: ['conferenceEnded'] })).toContain('R12');
});
