import { moderation, resultOf, signingDigest, type Batch, type BatchId } from '@assay/engine';
import { signOffBatch } from '../../moderation/decide.use.ts';
import { drawBatch, planBatch } from '../../moderation/plan.use.ts';
import { awardsOf, digestOfRelease, positionNow, releaseBatch } from '../../moderation/release.use.ts';
import type { Unit } from '../../record/unit.ts';
import type { Player } from '../people.ts';
import { pick } from '../seeded.ts';
import { acting, type Stage, type Story } from '../stories.ts';
import { directClaimReason, firstQuery, referUpheld, secondQuery, upholdNotes } from '../texts/moderation.ts';
import type { Step } from '../timetable.ts';
import { hour } from '../workdays.ts';
import { querySteps, type QueryPlan } from './query.ts';
import { uphold } from './uphold.ts';
import { versionOf } from './version.ts';

/** One batch of the finishing cohort: whom it takes and how far it has come, in working days before today. */
interface BatchPlan {
  readonly title: string;
  readonly seed: string;
  readonly moderator: number;
  /** Handed in between these two days. */
  readonly window: readonly [from: number, to: number];
  readonly planned: number;
  readonly drawn: number;
  /** How many of the sample are upheld so far; null for all. */
  readonly upheld: number | null;
  readonly query: QueryPlan | null;
  readonly signedOff: number | null;
  readonly released: number | null;
}

const plans: readonly BatchPlan[] = [
  {
    title: 'First window',
    seed: 'demo window 1',
    moderator: 0,
    window: [112, 106],
    planned: 104,
    drawn: 79,
    upheld: null,
    query: { of: 1, at: 76, queries: firstQuery, judgedAgain: 74, answered: 2, sealedAgain: true, upheldAgain: 72 },
    signedOff: 70,
    released: 68,
  },
  {
    title: 'Second window',
    seed: 'demo window 2',
    moderator: 1,
    window: [46, 43],
    planned: 40,
    drawn: 16,
    upheld: null,
    query: null,
    signedOff: 5,
    released: null,
  },
  {
    title: 'Third window',
    seed: 'demo window 3',
    moderator: 0,
    window: [34, 31],
    planned: 30,
    drawn: 11,
    upheld: 2,
    query: { of: 2, at: 7, queries: secondQuery, judgedAgain: 3, answered: 1, sealedAgain: false, upheldAgain: null },
    signedOff: null,
    released: null,
  },
];

/** The batches of the finishing cohort, from plan to release as far as each has come. */
export function batchSteps(stage: Stage, stories: readonly Story[]): Step[] {
  return plans.flatMap((plan) => {
    const moderator = stage.players.moderators[plan.moderator];
    if (moderator === undefined) throw new TypeError(`${plan.title} has no moderator`);
    const [from, to] = plan.window;
    const inIt = stories.filter(
      ({ player: { ending, handedIn } }) =>
        ending === 'batched' && handedIn !== null && handedIn <= from && handedIn >= to,
    );
    return stepsOf(stage, plan, moderator, inIt);
  });
}

function stepsOf(stage: Stage, plan: BatchPlan, moderator: Player, stories: readonly Story[]): Step[] {
  const by = acting(stage, moderator, 'moderator');
  let batch: BatchId | null = null;
  const id = (): BatchId => {
    if (batch === null) throw new TypeError(`${plan.title} was not planned yet`);
    return batch;
  };
  const step = (back: number, minutes: number, what: string, work: Step['work']): Step => ({
    at: stage.days.at(back, minutes),
    by,
    what: `${what}: ${plan.title}`,
    work,
  });

  const steps = [
    step(plan.planned, hour(10, 5), 'plan a batch', async (unit) => {
      ({ batch } = await planBatch(unit, stage.provider, stage.cohorts.finishing, plan));
    }),
    step(plan.drawn, hour(9, 35), 'draw the sample', async (unit) =>
      drawBatch(unit, id(), await versionOf(unit, id())),
    ),
  ];
  for (const [index, story] of stories.slice(0, plan.upheld ?? stories.length).entries()) {
    if (plan.query?.of === index) continue;
    const note = story.player.notAchieved.length > 0 ? referUpheld : pick(`${story.player.email}/upheld`, upholdNotes);
    steps.push(
      step(
        plan.drawn - 2 - Math.floor(index / 2),
        hour(10, 20) + (index % 2) * 170,
        `uphold ${story.player.name}`,
        (unit) => uphold(unit, id(), story, note),
      ),
    );
  }
  const queried = plan.query === null ? undefined : stories[plan.query.of];
  if (plan.query !== null && queried !== undefined) steps.push(...querySteps(stage, plan.query, queried, by, id));
  if (plan.signedOff !== null) {
    steps.push(
      step(plan.signedOff + 1, hour(14, 15), 'grant a direct claim', (unit) =>
        unit.change(moderation, id(), null, (who, at) => ({
          type: 'GrantDirectClaim',
          reason: directClaimReason,
          by: who,
          at,
        })),
      ),
      step(plan.signedOff, hour(9, 30), 'sign off', (unit) => sign(unit, id())),
    );
  }
  if (plan.released !== null) steps.push(step(plan.released, hour(12), 'release', (unit) => release(unit, id())));
  return steps;
}

/** Signs what the record shows at that moment; the demo stands for the moderator's password. */
async function sign(unit: Unit, batch: BatchId): Promise<void> {
  const row = await (
    await unit.tables()
  )
    .selectFrom('stream')
    .select(['context', 'version'])
    .where('id', '=', batch)
    .executeTakeFirstOrThrow();
  const { population, title }: Batch = JSON.parse(row.context);
  const count = (outcome: string) =>
    population.filter((candidature) => resultOf(candidature, unit.given.book).outcome === outcome).length;
  const statement = `I confirm that the assessment of the ${population.length} portfolios of “${title}” was sampled as planned, that the sampled judgements are upheld, and that these results may be awarded: ${count('pass')} pass, ${count('refer')} refer, ${count('fail')} fail.`;
  await signOffBatch(unit, batch, row.version, { statement, digest: signingDigest(population), reauthenticated: true });
}

/** Releases what the record shows at that moment. */
async function release(unit: Unit, batch: BatchId): Promise<void> {
  const tables = await unit.tables();
  const seen = { digest: digestOfRelease(await awardsOf(tables, batch)), asOf: await positionNow(tables) };
  await releaseBatch(unit, batch, seen, true);
}
