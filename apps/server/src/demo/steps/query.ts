import { review, type Actor, type BatchId } from '@assay/engine';
import { statementCode } from '@assay/standards';
import { queryReview } from '../../moderation/decide.use.ts';
import { scoreOf } from '../portfolio/scores.ts';
import { acceptedOf, acting, type Stage, type Story } from '../stories.ts';
import { upheldAfterQuery } from '../texts/moderation.ts';
import { judgedAgain } from '../texts/reasons.ts';
import type { Step } from '../timetable.ts';
import { hour } from '../workdays.ts';
import { judge } from './marking.ts';
import { judgeBlind } from './blind.ts';
import { seal } from './second.ts';
import { uphold } from './uphold.ts';
import { versionOf } from './version.ts';

/** A review that goes back to its assessor, in working days before today. */
export interface QueryPlan {
  /** Place of the portfolio in its batch. */
  readonly of: number;
  readonly at: number;
  readonly queries: readonly { readonly standard: string; readonly says: string }[];
  readonly judgedAgain: number;
  /** How many of the queries are answered so far. */
  readonly answered: number;
  readonly sealedAgain: boolean;
  readonly upheldAgain: number | null;
}

/** Queried, marked again as a new round, and, where the story has come so far, sealed and upheld. */
export function querySteps(
  stage: Stage,
  plan: QueryPlan,
  story: Story,
  moderator: Actor,
  batch: () => BatchId,
): Step[] {
  const { player, assessor, submission } = story;
  const queries = plan.queries.map(({ standard, says }) => ({ standard: statementCode.parse(standard), says }));
  const marker = acting(stage, assessor, 'assessor');
  const steps: Step[] = [
    {
      at: stage.days.at(plan.at, hour(11, 25)),
      by: moderator,
      what: `query ${player.name}`,
      work: async (unit) => queryReview(unit, batch(), await versionOf(unit, batch()), submission, queries),
    },
    ...queries.slice(0, plan.answered).map(({ standard }, index): Step => ({
      at: stage.days.at(plan.judgedAgain, hour(10, 10) + index * 35),
      by: marker,
      what: `${assessor.name} judges ${standard} of ${player.name} again`,
      async work(unit) {
        const measure = unit.given.book.judged.get(standard);
        if (measure === undefined) throw new TypeError(`${standard} is not judged`);
        const before = scoreOf(story, measure);
        const score = againScore(index, before);
        await judge(unit, story, measure, { score, note: score === before ? judgedAgain.stands : judgedAgain.changed });
      },
    })),
  ];
  if (plan.sealedAgain) {
    const sealing: Step['work'] = async (unit) =>
      unit.change(review, acceptedOf(story).review, null, (by, at) => ({ type: 'SealReview', by, at }));
    steps.push({
      at: stage.days.at(plan.judgedAgain, hour(12, 30)),
      by: marker,
      what: `${assessor.name} seals ${player.name} again`,
      work: sealing,
    });
  }
  if (plan.sealedAgain && story.second !== null) {
    steps.push({
      at: stage.days.at(plan.judgedAgain, hour(14, 10)),
      by: acting(stage, story.second, 'assessor'),
      what: `${story.second.name} judges ${player.name} again and seals`,
      async work(unit) {
        for (const [index, { standard }] of queries.entries()) {
          const measure = unit.given.book.judged.get(standard);
          if (measure === undefined) throw new TypeError(`${standard} is not judged`);
          await judgeBlind(unit, story, 'second', measure, againScore(index, scoreOf(story, measure)));
        }
        await seal(unit, story);
      },
    });
  }
  if (plan.upheldAgain !== null) {
    steps.push({
      at: stage.days.at(plan.upheldAgain, hour(10)),
      by: moderator,
      what: `uphold ${player.name} after the query`,
      work: (unit) => uphold(unit, batch(), story, upheldAfterQuery),
    });
  }
  return steps;
}

/** The second query of a list is the one that changes a score; the line is never crossed by it. */
function againScore(index: number, before: number): number {
  return index === 1 ? Math.max(2, before - 1) : before;
}
