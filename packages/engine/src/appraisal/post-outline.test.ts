import { statementsOf } from '@assay/standards';
import { shippedAppraisals } from '@assay/standards/files';
import { describe, expect, test } from 'vitest';
import { smallFramework } from '../testing/index.ts';
import { smallProfile } from '../testing/small-year.ts';
import { postOutline, type OutlineArea } from './index.ts';

describe('a post outline', () => {
  test('is a job description and a person specification, as the profile parts the kinds, at the expected levels', () => {
    expect(postOutline(smallFramework, smallProfile, { TWO: { S: 3 }, ONE: { S: 2, K: 1 } })).toEqual({
      jobDescription: [
        {
          area: 'ONE',
          title: 'Area ONE',
          parts: [
            {
              kind: 'S',
              title: 'Standards',
              lead: null,
              level: 2,
              levelName: 'Level 2',
              statements: [
                { code: 'ONE.S1', text: 'Statement ONE.S1' },
                { code: 'ONE.S2', text: 'Statement ONE.S2' },
              ],
            },
          ],
        },
        {
          area: 'TWO',
          title: 'Area TWO',
          parts: [
            {
              kind: 'S',
              title: 'Standards',
              lead: null,
              level: 3,
              levelName: 'Level 3',
              statements: [{ code: 'TWO.S1', text: 'Statement TWO.S1' }],
            },
          ],
        },
      ],
      personSpecification: [
        {
          area: 'ONE',
          title: 'Area ONE',
          parts: [
            {
              kind: 'K',
              title: 'Knowledge',
              lead: null,
              level: 1,
              levelName: 'Level 1',
              statements: [{ code: 'ONE.K1', text: 'Statement ONE.K1' }],
            },
          ],
        },
      ],
      acknowledgement: 'Made for tests.',
    });
  });

  test('leaves out what the remit leaves out', () => {
    const { jobDescription, personSpecification } = postOutline(smallFramework, smallProfile, { ONE: { K: 1 } });
    expect([jobDescription, personSpecification.map(({ area }) => area)]).toEqual([[], ['ONE']]);
  });

  test('says a level that has no name by its number', () => {
    const [one] = postOutline(smallFramework, smallProfile, { ONE: { S: 9 } }).jobDescription;
    expect(one?.parts[0]?.levelName).toBe('9');
  });

  test.each(shippedAppraisals())(
    'of the whole of $framework.id holds every statement once, word for word',
    (shipped) => {
      const { framework, appraisal } = shipped;
      const expected = Object.fromEntries(
        appraisal.elements.map(({ area, kinds }) => [area, Object.fromEntries(kinds.map((kind) => [kind, 3]))]),
      );
      const { jobDescription, personSpecification, acknowledgement } = postOutline(framework, appraisal, expected);
      const linesOf = (areas: readonly OutlineArea[]) =>
        areas.flatMap(({ parts }) => parts.flatMap((part) => part.statements));
      const lines = [...linesOf(jobDescription), ...linesOf(personSpecification)];
      const printed = statementsOf(framework).map(({ code, text }) => ({ code, text }));
      const byCode = (a: { code: string }, b: { code: string }) => a.code.localeCompare(b.code);
      expect(lines.toSorted(byCode)).toEqual(printed.toSorted(byCode));
      expect(acknowledgement).toBe(framework.acknowledgement);
      const parts = [...jobDescription, ...personSpecification].flatMap((area) => area.parts);
      expect(new Set(parts.map(({ levelName }) => levelName))).toEqual(new Set(['Leading']));
      const leads = framework.areas.flatMap(({ groups }) => groups.map(({ lead }) => lead));
      const texts = (all: readonly (string | null)[]) => all.map(String).toSorted((a, b) => a.localeCompare(b));
      expect(texts(parts.map(({ lead }) => lead))).toEqual(texts(leads));
    },
  );
});
