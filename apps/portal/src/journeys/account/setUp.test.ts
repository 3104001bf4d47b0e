import { expect, test } from 'vitest';

import { codesIn, grouped, setUpIn } from './setUp.ts';

test('an answer gives the address for the app, the secret in it and the backup codes', () => {
  const uri = 'otpauth://totp/Assay:rosa%40example.org?secret=ABCDEFGHIJ&issuer=Assay&digits=6&period=30';
  expect(setUpIn({ totpURI: uri, backupCodes: ['a-1', 'b-2'] })).toEqual({
    uri,
    secret: 'ABCDEFGHIJ',
    codes: ['a-1', 'b-2'],
  });
  expect(() => setUpIn({})).toThrow(TypeError);
  expect(codesIn(null)).toEqual([]);
});

test('a secret is shown in groups of four', () => {
  expect(grouped('ABCDEFGHIJ')).toBe('ABCD EFGH IJ');
  expect(grouped('ABCD')).toBe('ABCD');
});
