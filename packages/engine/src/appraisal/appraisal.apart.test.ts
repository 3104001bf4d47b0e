import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Actor, Decision, State } from '../kernel/index.ts';
import { given, people } from '../testing/index.ts';
import { afterAll, smallYear, smallYearBook as book, year } from '../testing/small-year.ts';
import {
  appraisal,
  differences,
  factsSeenBy,
  seenBy,
  type Appraisal,
  type AppraisalCommand,
  type AppraisalFact,
} from './index.ts';

const { practitioner, reviewer } = year;
const { rating, rated, sealed, met, profilePut, closed } = smallYear;
const codes = ['ONE.S1', 'ONE.S2', 'TWO.S1'] as const;
type Side = 'self' | 'reviewer';

const rate: Record<Side, (code: string, level: number) => AppraisalCommand> = {
  self: year.rateSelf,
  reviewer: year.rate,
};
const seal: Record<Side, AppraisalCommand> = { self: year.sealSelf, reviewer: year.sealReviewer };
const person: Record<Side, Actor> = { self: practitioner, reviewer };

interface Step {
  readonly side: Side;
  readonly code: (typeof codes)[number] | 'seal';
  /** Two levels: the second is what the one side rates in another world. */
  readonly levels: readonly [number, number];
}

const steps = fc.array(
  fc.record<Step>({
    side: fc.constantFrom<Side>('self', 'reviewer'),
    code: fc.constantFrom(...codes, 'seal' as const),
    levels: fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })),
  }),
  { maxLength: 30 },
);

interface World {
  state: State<Appraisal>;
  facts: AppraisalFact[];
}

const begin = (): World => {
  if (rating.state === null) throw new Error('the ratings are not open');
  return { state: rating.state, facts: [...rating.facts] };
};
const send = (world: World, command: AppraisalCommand): Decision<State<Appraisal>, AppraisalFact> => {
  const decision = appraisal.decide(world.state, command, book);
  if (decision.ok) {
    world.state = decision.next;
    world.facts.push(...decision.facts);
  }
  return decision;
};
const answer = (decision: Decision<State<Appraisal>, AppraisalFact>) =>
  decision.ok ? decision.facts : decision.refusals;
const bothSealed = ({ sealed: seals }: Appraisal) => seals.self && seals.reviewer;

describe('ratings that are sealed apart', () => {
  test.each(['self', 'reviewer'] as const)(
    'APR-11 what the other side is answered and sees cannot depend on the ratings of the %s (11.6)',
    (hidden) => {
      const other: Side = hidden === 'self' ? 'reviewer' : 'self';
      fc.assert(
        fc.property(steps, (row) => {
          const [here, there] = [begin(), begin()];
          for (const { side, code, levels } of row) {
            const command = (level: number) => (code === 'seal' ? seal[side] : rate[side](code, level));
            const answers = [
              send(here, command(levels[0])),
              send(there, command(side === hidden ? levels[1] : levels[0])),
            ];
            if (bothSealed(here.state.context)) return;
            const heard = side === other ? answers.map(answer) : [[], []];
            expect(heard[1]).toEqual(heard[0]);
            expect(seenBy(there.state, person[other])).toEqual(seenBy(here.state, person[other]));
            expect(factsSeenBy(there.facts, there.state, person[other])).toEqual(
              factsSeenBy(here.facts, here.state, person[other]),
            );
            expect(appraisal.open(there.state, person[other])).toEqual(appraisal.open(here.state, person[other]));
          }
        }),
        { seed: 42, numRuns: 200 },
      );
    },
  );

  test('are shown to their own side alone until both are sealed', () => {
    for (const apart of [rated, afterAll([year.sealSelf], rated), afterAll([year.sealReviewer], rated)]) {
      if (apart.state === null) throw new Error('not rated');
      const { self, reviewed } = apart.state.context;
      expect(seenBy(apart.state, practitioner)).toEqual({ ...apart.state.context, reviewed: {} });
      expect(seenBy(apart.state, reviewer)).toEqual({ ...apart.state.context, self: {} });
      expect([Object.keys(self), Object.keys(reviewed)]).toEqual([[...codes], [...codes]]);
      expect(differences(apart.state.context, book)).toEqual([]);
      const types = (who: Actor) => new Set(seenTypes(apart, who));
      const all = apart.facts.map(({ type }) => type);
      expect(types(practitioner)).toEqual(new Set(all.filter((type) => type !== 'ReviewerRated')));
      expect(types(reviewer)).toEqual(new Set(all.filter((type) => type !== 'SelfRated')));
    }
  });

  test('are shown to both once both are sealed', () => {
    for (const shared of [sealed, met, profilePut, closed]) {
      if (shared.state === null) throw new Error('not sealed');
      expect(seenBy(shared.state, practitioner)).toEqual(shared.state.context);
      expect(seenBy(shared.state, reviewer)).toEqual(shared.state.context);
      expect(seenTypes(shared, practitioner)).toHaveLength(shared.facts.length);
      expect(seenTypes(shared, reviewer)).toHaveLength(shared.facts.length);
    }
  });
});

const seenTypes = ({ state, facts }: typeof rated, who: Actor) =>
  state === null ? [] : factsSeenBy(facts, state, who).map(({ type }) => type);

describe('an appraisal that is withdrawn', () => {
  const apart = afterAll([year.withdraw], afterAll([year.sealSelf], rated));
  const late = afterAll([year.withdraw], profilePut);

  test('leaves the reviewer what they rated and nothing of the practitioner’s', () => {
    for (const gone of [apart, late]) {
      if (gone.state === null) throw new Error('not withdrawn');
      expect(seenBy(gone.state, reviewer)).toEqual({
        ...gone.state.context,
        carried: null,
        expected: {},
        self: {},
        agreed: {},
        objectives: [],
        unmet: [],
      });
    }
    expect(new Set(seenTypes(apart, reviewer))).toEqual(
      new Set(['RemitPutToPractitioner', 'ReviewerRated', 'AppraisalWithdrawn']),
    );
    expect(new Set(seenTypes(late, reviewer))).toEqual(
      new Set([
        'RemitPutToPractitioner',
        'ReviewerRated',
        'ReviewerRatingSealed',
        'MeetingRecorded',
        'ProfilePutToPractitioner',
        'AppraisalWithdrawn',
      ]),
    );
  });

  test('leaves the practitioner all that they saw before, and no more', () => {
    if (apart.state === null || late.state === null) throw new Error('not withdrawn');
    expect(seenBy(apart.state, practitioner)).toEqual({ ...apart.state.context, reviewed: {} });
    expect(seenTypes(apart, practitioner)).not.toContain('ReviewerRated');
    expect(seenBy(late.state, practitioner)).toEqual(late.state.context);
    expect(seenTypes(late, practitioner)).toHaveLength(late.facts.length);
  });
});

test('nobody but the two sees what is in an appraisal, in whatever role they come', () => {
  const everybody = [
    people.provider,
    people.moderator,
    people.administrator,
    people.system,
    people.otherAssessor,
    people.otherCandidate,
    { ...practitioner, role: 'provider' as const },
    { ...practitioner, role: 'assessor' as const },
    { ...reviewer, role: 'candidate' as const },
    { ...reviewer, role: 'moderator' as const },
  ];
  for (const { state, facts } of [given(appraisal, book).after(year.opened), rated, closed]) {
    if (state === null) throw new Error('not opened');
    expect(everybody.map((who) => seenBy(state, who))).toEqual(everybody.map(() => null));
    expect(everybody.flatMap((who) => factsSeenBy(facts, state, who))).toEqual([]);
  }
});
