import { marking, review, reviewId, type Measure, type ReviewId, type Rulebook, type Source } from '@assay/engine';
import { statementCode } from '@assay/standards';
import { involvedIn } from '../../record/involvement.ts';
import type { Unit } from '../../record/unit.ts';
import { secondScoreOf } from '../portfolio/scores.ts';
import { pick } from '../seeded.ts';
import { acceptedOf, acting, secondOf, type Stage, type Story } from '../stories.ts';
import { conferred } from '../texts/moderation.ts';
import { gateReasons, reasonFor } from '../texts/reasons.ts';
import type { Step } from '../timetable.ts';
import { hour } from '../workdays.ts';
import { claimedFor } from './marking.ts';

/** Working days between the steps of a second marking, counted from the day on which the first marker sealed. */
const after = { allocated: 1, begun: 2, areas: [2, 3, 3, 4, 4, 5], sealed: 6 } as const;

/**
 * A second marker is found, reads the portfolio without knowing of the first one's marks, and seals; where the two lie
 * apart, they confer. `sealed`: the working day before today on which the first marker sealed.
 */
export function secondMarkingSteps(stage: Stage, story: Story, sealed: number, book: Rulebook): Step[] {
  const { player, second, differsOn } = story;
  if (second === null) return [];
  const by = acting(stage, second, 'assessor');
  const steps: Step[] = [
    {
      at: stage.days.at(sealed - after.allocated, hour(9, 30)),
      by: acting(stage, pick(`${player.email}/clerk`, stage.players.staff), 'provider'),
      what: `allocate ${player.name} to ${second.name} as second marker`,
      work: (unit) => allocate(unit, story),
    },
    {
      at: stage.days.at(sealed - after.begun, hour(9, 20)),
      by,
      what: `${second.name} begins marking ${player.name}`,
      work: async (unit) =>
        unit.change(review, await secondReview(unit, story), null, (who, at) => ({
          type: 'BeginMarking',
          noConflict: true,
          by: who,
          at,
        })),
    },
    ...book.areas.map((area, index): Step => ({
      at: stage.days.at(sealed - (after.areas[index] ?? after.sealed), hour(10, 10) + index * 45),
      by,
      what: `${second.name} judges ${player.name} on ${area}`,
      async work(unit) {
        for (const measure of book.judgedIn.get(area) ?? [])
          await judgeBlind(unit, story, measure, secondScoreOf(story, measure));
      },
    })),
    {
      at: stage.days.at(sealed - after.sealed, hour(15, 30)),
      by,
      what: `${second.name} seals ${player.name}`,
      work: (unit) => seal(unit, story),
    },
  ];
  return differsOn === null ? steps : [...steps, ...conference(stage, story, differsOn, sealed - after.sealed)];
}

/** The second marker's review of a story. Throws where R11 asked for none. */
export async function secondReview(unit: Unit, { submission }: Story): Promise<ReviewId> {
  const row = await (
    await unit.tables()
  )
    .selectFrom('review')
    .select('review')
    .where('submission', '=', submission)
    .where('marker', '=', 'second')
    .executeTakeFirstOrThrow();
  return reviewId(row.review);
}

async function allocate(unit: Unit, story: Story): Promise<void> {
  const { submission, assessor } = story;
  const second = secondOf(story);
  const involved = await involvedIn(await unit.tables(), { are: [submission] }, [second.id]);
  await unit.change(review, await secondReview(unit, story), null, (by, at) => ({
    type: 'AllocateAssessor',
    assessor: second.id,
    appointed: true,
    markers: [assessor.id],
    involved,
    by,
    at,
  }));
}

/** Confirms what the portfolio has for one standard, and judges it on that: no visit and no discussion stand beside it. */
export async function judgeBlind(unit: Unit, story: Story, measure: Measure, score: number): Promise<void> {
  const id = await secondReview(unit, story);
  const evidence = sourcesFor(story, measure, score, unit.given.book);
  const test = { valid: true, authentic: true, current: true, sufficient: true };
  for (const source of evidence)
    await unit.change(review, id, null, (by, at) => ({
      type: 'ConfirmEvidence',
      standard: measure.code,
      source,
      ...test,
      by,
      at,
    }));
  const reason = reasonFor(`${story.player.email}/${measure.code}/second/${score}`, measure.code, score, evidence);
  await unit.change(review, id, null, (by, at) => ({
    type: 'JudgeStandard',
    standard: measure.code,
    score,
    reason,
    evidence,
    by,
    at,
  }));
}

/** Two items of two methods; where only one is claimed for the standard, another of the same area is read beside it. */
function sourcesFor(story: Story, { code, area }: Measure, score: number, { threshold }: Rulebook): Source[] {
  const claimed = claimedFor(story, code);
  const [first] = claimed;
  if (first === undefined || score < threshold) return claimed.slice(0, 1);
  const { items } = acceptedOf(story).manifest;
  const methodOf = new Map<string, string>(items.map(({ number, method }) => [`E${number}`, method]));
  const near = items.flatMap(({ number, claims }): Source[] =>
    Object.keys(claims).some((statement) => statement.startsWith(`${area}.`)) ? [`E${number}`] : [],
  );
  const other = [...claimed, ...near].find((source) => methodOf.get(source) !== methodOf.get(first));
  return other === undefined ? [first] : [first, other];
}

/** Judges the second marker's gates, which were seen in the portfolio itself, and seals. */
export async function seal(unit: Unit, story: Story): Promise<void> {
  const id = await secondReview(unit, story);
  const { gates } = unit.given.book;
  const own = gates.filter((gate) => unit.given.book.components.get(gate)?.by === 'candidate');
  for (const component of own) {
    const reason = pick(`${story.player.email}/${component}/second`, gateReasons[component] ?? []);
    await unit.change(review, id, null, (by, at) => ({ type: 'JudgeGate', component, met: true, reason, by, at }));
  }
  await unit.change(review, id, null, (by, at) => ({ type: 'SealReview', by, at }));
}

/** Both come to stand at the threshold, each with a reason of their own. */
function conference(stage: Stage, story: Story, differsOn: string, from: number): Step[] {
  const { player, assessor } = story;
  const standard = statementCode.parse(differsOn);
  const stand = (who: Story['assessor'], back: number, reason: string): Step => ({
    at: stage.days.at(back, hour(11, 40)),
    by: acting(stage, who, 'assessor'),
    what: `${who.name} confers on ${standard} of ${player.name}`,
    async work(unit) {
      const { marking: id } = await (
        await unit.tables()
      )
        .selectFrom('marking')
        .select('marking')
        .where('submission', '=', story.submission)
        .executeTakeFirstOrThrow();
      const score = unit.given.book.threshold;
      await unit.change(marking, id, null, (by, at) => ({ type: 'Confer', standard, score, reason, by, at }));
    },
  });
  return [stand(assessor, from - 1, conferred.first), stand(secondOf(story), from - 2, conferred.second)];
}
