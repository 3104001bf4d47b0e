import { evidence, submission } from '@assay/engine';
import {
  acceptPortfolio,
  manifestOfSubmission,
  returnPortfolio,
  submitPortfolio,
} from '../../submission/submission.use.ts';
import type { Ending } from '../cast.ts';
import { pick } from '../seeded.ts';
import { acting, type Stage, type Story } from '../stories.ts';
import type { Step } from '../timetable.ts';
import { hour } from '../workdays.ts';
import { versionOf } from './version.ts';

const returnReason =
  'Thank you for your portfolio. The health visiting statement names the month and the street of a visit, so that the family could be recognised: please take this out and put the file in again. The action plan on pages 1 and 2 is fine as it is. Everything else is complete.';

const withdrawalReason =
  'I am moving to another post next month and cannot finish within this cohort. I would like to come back next year.';

const notAccepted: readonly Ending[] = ['submitted', 'returned'];

/** Handing in, and what the provider does with it. Nothing for a portfolio that is still being gathered. */
export function submissionSteps(stage: Stage, story: Story): Step[] {
  const { player, submission: id } = story;
  const { handedIn, ending } = player;
  if (ending === 'withdrawn') {
    const work: Step['work'] = (unit) =>
      unit.change(submission, id, null, (by, at) => ({ type: 'WithdrawSubmission', reason: withdrawalReason, by, at }));
    return [
      {
        at: stage.days.at(40, hour(13, 20)),
        by: acting(stage, player, 'candidate'),
        what: `${player.name} withdraws`,
        work,
      },
    ];
  }
  if (handedIn === null) return [];
  const hands: Step = {
    at: stage.days.at(handedIn, hour(16, 20)),
    by: acting(stage, player, 'candidate'),
    what: `${player.name} submits`,
    work: async (unit) => submitPortfolio(unit, id, await versionOf(unit, id), true),
  };
  if (ending === 'returned') return [hands, ...returning(stage, story, handedIn)];
  return notAccepted.includes(ending) ? [hands] : [hands, accepting(stage, story, handedIn)];
}

function accepting(stage: Stage, story: Story, handedIn: number): Step {
  const { player, submission: id } = story;
  return {
    at: stage.days.at(handedIn - 2, hour(10, 15)),
    by: acting(stage, pick(`${player.email}/clerk`, stage.players.staff), 'provider'),
    what: `accept ${player.name}'s portfolio`,
    async work(unit) {
      const { review } = await acceptPortfolio(unit, id, await versionOf(unit, id));
      story.accepted = { review, manifest: await manifestOfSubmission(await unit.tables(), id) };
    },
  };
}

/** The portfolio comes back, and the candidate has begun to mend it: one item is described anew and not yet declared. */
function returning(stage: Stage, { player, submission: id, items }: Story, handedIn: number): Step[] {
  const mended = items.find(({ outline }) => outline.kind === 'witnessHealth');
  if (mended === undefined) throw new TypeError(`${player.name} has no statement to mend`);
  const { item, outline } = mended;
  const { title, component, method } = outline;
  return [
    {
      at: stage.days.at(handedIn - 3, hour(11, 40)),
      by: acting(stage, pick(`${player.email}/clerk`, stage.players.staff), 'provider'),
      what: `return ${player.name}'s portfolio`,
      work: async (unit) => returnPortfolio(unit, id, await versionOf(unit, id), returnReason),
    },
    {
      at: stage.days.at(handedIn - 8, hour(15, 5)),
      by: acting(stage, player, 'candidate'),
      what: `${player.name} mends ${title}`,
      work: (unit) =>
        unit.change(evidence, item, null, (by, at) => ({
          type: 'DescribeItem',
          title: `${title}, without street and month`,
          component,
          method,
          dated: stage.days.day(handedIn - 8),
          content: null,
          by,
          at,
        })),
    },
  ];
}
