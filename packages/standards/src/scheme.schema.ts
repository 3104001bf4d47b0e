import { z } from 'zod';

import { areaId, frameworkId, kindLetter, statementCode, words } from './framework.schema.ts';

/**
 * The shape of `scheme.json`: the figures the engine plays by. As in the framework's schema, every
 * `error` is the second half of a sentence and says what to do.
 */

const slug = (what: string) =>
  z.string({ error: `give the ${what}'s id as a string` }).regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, {
    error: `write the ${what}'s id in lower-case letters, figures and single hyphens`,
  });

export const count = (what: string, least = 0) =>
  z
    .int({ error: `give ${what} as a whole number` })
    .min(least, { error: `give ${what} as a whole number from ${least}` });

const fraction = (what: string) =>
  z
    .number({ error: `give ${what} as a fraction between 0 and 1` })
    .min(0, { error: `give ${what} as a fraction between 0 and 1` })
    .max(1, { error: `give ${what} as a fraction between 0 and 1` });

const yesNo = (what: string) => z.boolean({ error: `say true or false: ${what}` });

export const schemeId = slug('scheme').brand<'SchemeId'>();

export const componentId = z
  .string({ error: "give the component's id, such as C1" })
  .regex(/^[A-Z][A-Z0-9]*$/, {
    error: "write the component's id in capitals and figures, such as C1",
  })
  .brand<'ComponentId'>();

export const methodSchema = z.enum(['text', 'document', 'observation', 'discussion', 'witness'], {
  error: 'choose from text, document, observation, discussion and witness',
});

export const componentSchema = z.strictObject(
  {
    id: componentId,
    title: words("give the component's title as a string"),
    kind: z.enum(['account', 'dossier', 'journal', 'visit', 'discussion'], {
      error: 'choose one of account, dossier, journal, visit and discussion',
    }),
    by: z.enum(['candidate', 'assessor'], { error: 'choose candidate or assessor' }),
    /** Words up to limit + tolerance are read, the excess is not. */
    words: z
      .strictObject(
        { limit: count('the word limit', 1), tolerancePercent: count('the tolerance in per cent') },
        { error: 'give the word limit as limit and tolerancePercent, or take the field out' },
      )
      .optional(),
    minutes: count('the length in minutes', 1).optional(),
    days: count('the length in days', 1).optional(),
    documentsAtMost: count('the number of documents', 1).optional(),
    questionsPerArea: count('the least number of questions per area', 1).optional(),
    areas: z
      .array(areaId, { error: 'list the codes of the areas the component reaches' })
      .min(1, { error: 'list at least one area' }),
    /** A gate is met or not met; it carries no score. */
    gate: yesNo('must the component be met for a pass'),
    /** Only candidates on this route do the component; null: all do. */
    route: slug('route').nullable(),
  },
  { error: 'give the component as an object with id, title, kind, by, areas, gate and route' },
);

export const routeSchema = z.strictObject(
  {
    id: slug('route'),
    title: words("give the route's title as a string"),
    description: words('describe the route in a sentence'),
  },
  { error: 'give the route as an object with id, title and description' },
);

export const scalePointSchema = z.strictObject(
  {
    score: count('the score'),
    name: words("give the score's name as a string"),
    descriptor: words('describe the score as a string'),
  },
  { error: 'give the point of the scale as an object with score, name and descriptor' },
);

export const profileSchema = z.strictObject(
  {
    id: z.enum(['strict', 'tolerant'], { error: 'choose strict or tolerant' }),
    title: words("give the profile's title as a string"),
    description: words('describe the profile in a sentence'),
    /** Standards per area that may miss the threshold; critical ones never may. */
    belowThresholdAtMost: count('the number of standards allowed below the threshold'),
    /** No standard may be lower than this. */
    lowestScore: count('the lowest score allowed'),
    reasonRequired: yesNo('must the assessor give a reason when the allowance is used'),
  },
  { error: 'give the profile as an object' },
);

export const clockSchema = z.strictObject(
  {
    id: slug('clock'),
    value: count('the duration', 1),
    unit: z.enum(['workingDays', 'days', 'weeks', 'months', 'years'], {
      error: 'choose one of workingDays, days, weeks, months and years',
    }),
    for: words('say what the clock measures'),
  },
  { error: 'give the clock as an object with id, value, unit and for' },
);

const ratingSchema = (colour: string) =>
  z.strictObject(
    {
      fraction: fraction(`the ${colour} fraction`),
      atLeast: count(`the least number for ${colour}`),
      says: words(`say in a sentence what ${colour} means`),
    },
    { error: `give the ${colour} rating as an object with fraction, atLeast and says` },
  );

const namedSentence = z.strictObject(
  { id: slug('rule'), says: words('say the rule in a sentence') },
  { error: 'give the rule as an object with id and says' },
);

export const samplingSchema = z.strictObject(
  {
    allUpTo: count('the batch size up to which all are sampled'),
    atLeast: count('the least size of the random sample'),
    fraction: fraction('the random sample'),
    /** Whether the square root of the batch size is a further lower bound. */
    squareRoot: yesNo('is the square root of the batch size a lower bound'),
    stratifyBy: z.array(z.enum(['assessor', 'area', 'site'], { error: 'choose from assessor, area and site' }), {
      error: 'list what the sample is stratified by',
    }),
    extremes: yesNo('are the highest and the lowest profile added'),
    mandatory: z.array(namedSentence, { error: 'list what is always sampled' }),
    ratings: z.strictObject(
      {
        newAssessor: z.enum(['red', 'amber', 'green'], { error: 'choose red, amber or green' }),
        red: ratingSchema('red'),
        amber: ratingSchema('amber'),
        green: ratingSchema('green'),
        redToAmber: z.strictObject(
          { consecutiveConfirmed: count('the number of confirmed portfolios', 1) },
          { error: 'say what lifts a red rating to amber' },
        ),
        amberToGreen: z.strictObject(
          {
            consecutiveConfirmed: count('the number of confirmed portfolios', 1),
            seededRight: fraction('the share of seeded items marked right'),
          },
          { error: 'say what lifts an amber rating to green' },
        ),
        flipOnCritical: z.enum(['red', 'amber', 'green'], { error: 'choose red, amber or green' }),
      },
      { error: 'give the assessor ratings as an object' },
    ),
    external: z.strictObject(
      {
        fraction: fraction('the external sample'),
        atLeast: count('the least size of the external sample'),
        mandatory: z.array(namedSentence, { error: 'list what the external sample always holds' }),
      },
      { error: 'give the external sample as an object with fraction, atLeast and mandatory' },
    ),
  },
  { error: 'give the sampling figures as an object' },
);

export const schemeSchema = z.strictObject(
  {
    id: schemeId,
    edition: count('the edition', 1),
    status: z.enum(['illustrative', 'official'], { error: 'choose illustrative or official' }),
    framework: frameworkId,
    title: words("give the scheme's title as a string"),
    note: words('say in a sentence or two where the scheme comes from'),
    components: z
      .array(componentSchema, { error: 'list the components' })
      .min(1, { error: 'list at least one component' }),
    routes: z.array(routeSchema, { error: 'list the routes' }).min(1, { error: 'list at least one route' }),
    scale: z
      .array(scalePointSchema, { error: 'list the points of the scale' })
      .min(2, { error: 'list at least two points of the scale' }),
    /** The lowest score at which a standard is achieved. */
    threshold: count('the threshold'),
    /** The profile in force; one of `profiles`. */
    profile: z.enum(['strict', 'tolerant'], { error: 'choose strict or tolerant' }),
    profiles: z.array(profileSchema, { error: 'list the profiles' }).min(1, { error: 'list at least one profile' }),
    critical: z.array(statementCode, { error: 'list the codes of the critical statements' }),
    judgedKinds: z
      .array(kindLetter, { error: 'list the letters of the kinds that are scored' })
      .min(1, { error: 'list at least one kind that is scored' }),
    coverageKinds: z.array(kindLetter, {
      error: 'list the letters of the kinds that are only covered',
    }),
    currencyMonths: count('the age allowed for evidence, in months', 1),
    sufficiency: z.strictObject(
      {
        fromScore: count('the score from which sufficiency is asked'),
        items: count('the least number of counting items', 1),
        methods: count('the least number of different methods', 1),
      },
      { error: 'give the sufficiency rule as fromScore, items and methods' },
    ),
    methods: z
      .array(methodSchema, { error: 'list the methods of evidence' })
      .min(1, { error: 'list at least one method of evidence' }),
    priorLearning: z.strictObject(
      {
        fractionAtMost: fraction('the share of standards that prior learning may claim'),
        wholeAreas: yesNo('may prior learning claim a whole area'),
      },
      { error: 'give the limits for prior learning' },
    ),
    attempts: count('the number of attempts', 1),
    resit: z.strictObject(
      {
        areasAtMost: count('the number of areas', 1),
        months: count('the time allowed in months', 1),
      },
      { error: 'give the resit as areasAtMost and months' },
    ),
    retake: z.strictObject({ months: count('the time allowed in months', 1) }, { error: 'give the retake as months' }),
    extension: z.strictObject(
      {
        workingDays: count('the extension in working days', 1),
        workingDaysInAll: count('the most working days in all', 1),
      },
      { error: 'give the extension as workingDays and workingDaysInAll' },
    ),
    clocks: z.array(clockSchema, { error: 'list the clocks' }),
    sampling: samplingSchema,
    tolerance: z.strictObject(
      {
        standardWithin: count('the difference allowed on one standard'),
        flipsOnCritical: count('the flips allowed on critical standards'),
        flipsElsewhere: count('the flips allowed on other standards'),
      },
      { error: 'give the tolerance as standardWithin, flipsOnCritical and flipsElsewhere' },
    ),
    secondMarking: z.strictObject(
      {
        firstPortfolios: count("the number of an assessor's first portfolios"),
        resubmissions: yesNo('are all resubmissions marked twice'),
        /** Every k-th portfolio; null: the batch's plan fixes k. */
        everyKth: count('k', 1).nullable(),
        discrepancy: z.strictObject(
          {
            scoresApart: count('the difference that is a discrepancy', 1),
            acrossThreshold: yesNo('are marks on two sides of the threshold a discrepancy'),
          },
          { error: 'give the discrepancy as scoresApart and acrossThreshold' },
        ),
        withoutDiscrepancy: z.enum(['lower'], { error: 'write lower' }),
        afterThirdMark: z.enum(['median'], { error: 'write median' }),
      },
      { error: 'give the rules of second marking as an object' },
    ),
    release: z
      .strictObject(
        {
          /** Whether a moderator proposes a release and another one confirms it. */
          secondPerson: yesNo('does a second person confirm every release'),
        },
        { error: 'give the release as secondPerson, or take the field out' },
      )
      .default({ secondPerson: false }),
    grounds: z.array(
      z.strictObject(
        {
          rule: words('name the rule, such as R1'),
          from: z.array(
            z.enum(['source', 'practice', 'design'], {
              error: 'choose from source, practice and design',
            }),
            { error: 'list what the rule rests on' },
          ),
          says: words('say the rule in a sentence'),
        },
        { error: 'give the ground as an object with rule, from and says' },
      ),
      { error: 'list what each rule rests on' },
    ),
  },
  { error: 'give the scheme as one JSON object' },
);

export type SchemeId = z.infer<typeof schemeId>;
export type ComponentId = z.infer<typeof componentId>;
export type Method = z.infer<typeof methodSchema>;
export type Component = z.infer<typeof componentSchema>;
export type Route = z.infer<typeof routeSchema>;
export type ScalePoint = z.infer<typeof scalePointSchema>;
export type Profile = z.infer<typeof profileSchema>;
export type Clock = z.infer<typeof clockSchema>;
export type Sampling = z.infer<typeof samplingSchema>;
export type Scheme = z.infer<typeof schemeSchema>;
