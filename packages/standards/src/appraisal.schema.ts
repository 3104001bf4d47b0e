import { z } from 'zod';

import { areaId, frameworkId, kindLetter, words } from './framework.schema.ts';
import { clockSchema, count, schemeId } from './scheme.schema.ts';

/**
 * The shape of `appraisal.json`: by what levels, over which elements and by when people are appraised against a
 * framework. As in the other schemas, every `error` is the second half of a sentence and says what to do.
 */

/** What an appraisal may wait for. A clock with another id would never run, so its name is refused. */
const appraisalClocks = [
  'agree-remit',
  'self-review',
  'reviewer-rating',
  'meeting',
  'agree-profile',
  'mid-year',
  'year-end',
  'carry-forward',
] as const;

export const levelSchema = z.strictObject(
  {
    level: count('the level', 1),
    name: words("give the level's name as a string"),
    descriptor: words('describe the level as a string'),
  },
  { error: 'give the level as an object with level, name and descriptor' },
);

export const elementsSchema = z.strictObject(
  {
    area: areaId,
    kinds: z
      .array(kindLetter, { error: 'list the letters of the kinds that are appraised in the area' })
      .min(1, { error: 'list at least one kind, or take the area out' }),
  },
  { error: 'give the elements of an area as an object with area and kinds' },
);

export const appraisalSchema = z.strictObject(
  {
    id: schemeId,
    edition: count('the edition', 1),
    status: z.enum(['illustrative', 'official'], { error: 'choose illustrative or official' }),
    framework: frameworkId,
    title: words("give the profile's title as a string"),
    note: words('say in a sentence or two where the profile comes from'),
    /** The levels of a rating, from 1 up. None of them is a pass. */
    levels: z.array(levelSchema, { error: 'list the levels' }).min(2, { error: 'list at least two levels' }),
    /** Which kinds of statement are appraised in which area: an area and a kind are one element. */
    elements: z
      .array(elementsSchema, { error: 'list the elements, area by area' })
      .min(1, { error: 'list the elements of at least one area' }),
    objectivesAtMost: count('the most objectives of one year', 1),
    /** How long one appraisal runs. */
    months: count('the length of the period in months', 1),
    /** Which kinds describe the post, and which the person who is to fill it. */
    outline: z.strictObject(
      {
        jobDescription: z.array(kindLetter, { error: 'list the kinds that a job description is made of' }),
        personSpecification: z.array(kindLetter, { error: 'list the kinds that a person specification is made of' }),
      },
      { error: 'give the outline as jobDescription and personSpecification' },
    ),
    /** `mid-year` and `year-end` run from the first day of the period, the others from the step before. */
    clocks: z.array(
      clockSchema.extend({
        id: z.enum(appraisalClocks, { error: `choose one of ${appraisalClocks.join(', ')}` }),
      }),
      { error: 'list the clocks' },
    ),
  },
  { error: 'give the appraisal profile as one JSON object' },
);

export type AppraisalProfile = z.infer<typeof appraisalSchema>;
export type Level = z.infer<typeof levelSchema>;
