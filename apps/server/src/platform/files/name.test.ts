import { describe, expect, test } from 'vitest';
import { placeOf } from './hash.ts';
import { endingOf, plainName } from './name.ts';
import { rangeOf } from './range.ts';

describe('a name', () => {
  test.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\rosa\\plan.pdf', 'plan.pdf'],
    ['..', 'unnamed'],
    ['', 'unnamed'],
    ['.htaccess', 'htaccess'],
    ['a\u0000b\nc.pdf', 'abc.pdf'],
    ['\u202egpj.exe', 'gpj.exe'],
    ['Bericht  über\tRäume.docx', 'Bericht überRäume.docx'],
    ['half \ud83d.txt', 'half \ufffd.txt'],
  ])('%j is shown as %j', (name, shown) => {
    expect(plainName(name)).toBe(shown);
  });

  test('a long one is cut and keeps its ending', () => {
    const shown = plainName(`${'a'.repeat(500)}.pdf`);
    expect(shown).toHaveLength(180);
    expect(endingOf(shown)).toBe('pdf');
  });
});

describe('a place in the store', () => {
  test('is made of 64 hex digits and of nothing else', () => {
    expect(placeOf('ab'.repeat(32))).toBe(`ab/${'ab'.repeat(31)}`);
    const wrong = ['', '../secret', 'AB'.repeat(32), 'ab'.repeat(31), `${'ab'.repeat(32)}\n`, `../${'ab'.repeat(32)}`];
    expect(wrong.map(placeOf)).toEqual(wrong.map(() => null));
  });
});

describe('a range of 10 bytes', () => {
  test.each([
    ['bytes=0-3', { start: 0, end: 3 }],
    ['bytes=4-', { start: 4, end: 9 }],
    ['bytes=-4', { start: 6, end: 9 }],
    ['bytes=-99', { start: 0, end: 9 }],
    ['bytes=8-99', { start: 8, end: 9 }],
    ['bytes=10-', 'outside'],
    ['bytes=-0', 'outside'],
    ['bytes=5-2', 'whole'],
    ['bytes=0-1,4-5', 'whole'],
    ['bytes=-', 'whole'],
    ['lines=1-2', 'whole'],
    [null, 'whole'],
  ])('%s', (header, expected) => {
    expect(rangeOf(header, 10)).toEqual(expected);
  });
});
