import { rule, when } from '../kernel/index.ts';
import type { RecordModerated, RecordSeeded } from './standing.commands.ts';
import type { Standing } from './standing.facts.ts';

export const confirmationIsNew = rule<Standing, RecordModerated>({
  id: 'STA-1',
  says: 'A portfolio counts once in a row of confirmations.',
  holds: ({ row }, { submission, within, criticalFlip, confirmed }) =>
    criticalFlip || !within || !confirmed || !row.includes(submission),
});

export const onlyWhatIsWithinIsConfirmed = rule<Standing, RecordModerated>({
  id: 'STA-2',
  says: 'What is beyond tolerance is not confirmed.',
  holds: (_standing, { within, confirmed }) => within || !confirmed,
});

export const seededItemIsNamed = rule<Standing, RecordSeeded>({
  id: 'STA-3',
  says: 'A seeded item is named.',
  holds: (_standing, { item }) => item.trim() !== '',
});

export const seededItemIsNew = rule<Standing, RecordSeeded>({
  id: 'STA-4',
  says: 'A seeded item counts once under one rating.',
  holds: ({ seeded }, { item }) => !Object.hasOwn(seeded, item.trim()),
});

/** Not a refusal: a flip on a critical standard, which the scheme answers with red. */
export const forfeits = when<Standing, RecordModerated>(
  'a flip on a critical standard, where the scheme says red',
  (_standing, { criticalFlip }, { sampling }) => criticalFlip && sampling.ratings.flipOnCritical === 'red',
);

/** Not a refusal: also a flip on a critical standard, where the scheme does not answer it with red. */
export const isBeyond = when<Standing, RecordModerated>(
  'beyond tolerance',
  (_standing, { within, criticalFlip }) => criticalFlip || !within,
);

/** Not a refusal: upheld only after it had been asked about. */
export const isNotConfirmed = when<Standing, RecordModerated>(
  'upheld after a query',
  (_standing, { confirmed }) => !confirmed,
);

/** Not a refusal: with this one, as many are confirmed in a row as amber asks for. */
export const reachesAmber = when<Standing, RecordModerated>(
  'enough confirmed in a row for amber',
  ({ row }, _moderated, { sampling }) => row.length + 1 >= sampling.ratings.redToAmber.consecutiveConfirmed,
);

/** The share of seeded items marked right; none marked is no share, and not enough for any. */
const share = (seeded: readonly boolean[]) => seeded.filter(Boolean).length / seeded.length;

/** Not a refusal: with this one, as many are confirmed in a row as green asks for, and seeded items are marked right. */
export const reachesGreen = when<Standing, RecordModerated | RecordSeeded>(
  'enough confirmed in a row, and enough seeded items right, for green',
  ({ row, seeded }, command, { sampling }) => {
    const { consecutiveConfirmed, seededRight } = sampling.ratings.amberToGreen;
    const [confirmed, items] =
      command.type === 'RecordModerated'
        ? [row.length + 1, Object.values(seeded)]
        : [row.length, [...Object.values(seeded), command.right]];
    return confirmed >= consecutiveConfirmed && share(items) >= seededRight;
  },
);
