import { evidence } from '@assay/engine';
import { unfinished } from '../portfolio/outline.ts';
import { between, pick } from '../seeded.ts';
import { acting, type Stage, type Story } from '../stories.ts';
import type { Step } from '../timetable.ts';
import { hour } from '../workdays.ts';
import { windows } from './enrolment.ts';

/** Where gathering ends for those who have not handed in, in working days before today. */
const stillGathering = { empty: 1, someEvidence: 6, nearlyReady: 1, withdrawn: 60 } as const;

const aiUses = [
  'None.',
  'None.',
  'None.',
  'Spelling was checked with the office program; no text was generated.',
  'A tool was used to shorten my own meeting notes; I checked every sentence and wrote the account myself.',
] as const;

/** Items brought one by one over the months, each with its claims, and declared a few at a time. */
export function evidenceSteps(stage: Stage, story: Story): Step[] {
  const { player, items } = story;
  const from = windows[player.cohort].opens - 12;
  const to = (player.handedIn ?? stillGatheringUntil(player.ending)) + 2;
  const dayOf = (index: number) => Math.round(from - ((from - to) * index) / Math.max(1, items.length - 1));
  return [...items.keys()].flatMap((index) => {
    const key = `${player.email}/${index}`;
    const minutes = between(`${key}/minutes`, hour(9), hour(15, 30));
    const steps = [adding(stage, story, index, dayOf(index), minutes)];
    if (index < declaredOf(story))
      steps.push(declaring(stage, story, index, dayOf(index), minutes + between(`${key}/later`, 25, 70)));
    return steps;
  });
}

function adding(
  stage: Stage,
  { player, submission, items }: Story,
  index: number,
  back: number,
  minutes: number,
): Step {
  const found = items[index];
  if (found === undefined) throw new TypeError(`${player.name} has no item ${index}`);
  const { item, content, claims } = found;
  const { title, component, method } = found.outline;
  const dated = stage.days.day(back + between(`${item}/written`, 1, 30));
  return {
    at: stage.days.at(back, minutes),
    by: acting(stage, player, 'candidate'),
    what: `${player.name} adds ${title}`,
    async work(unit) {
      const own = {
        item,
        submission,
        candidate: player.id,
        provider: stage.provider,
        title,
        component,
        method,
        dated,
        content,
        route: player.route,
      };
      await unit.change(evidence, item, 0, (by, at) => ({ type: 'AddItem', ...own, submissionOpen: true, by, at }));
      for (const { statement, place } of claims)
        await unit.change(evidence, item, null, (by, at) => ({ type: 'ClaimStatement', statement, place, by, at }));
    },
  };
}

function declaring(stage: Stage, { player, items }: Story, index: number, back: number, minutes: number): Step {
  const found = items[index];
  if (found === undefined) throw new TypeError(`${player.name} has no item ${index}`);
  const { item } = found;
  return {
    at: stage.days.at(back, minutes),
    by: acting(stage, player, 'candidate'),
    what: `${player.name} declares ${found.outline.title}`,
    work: (unit) =>
      unit.change(evidence, item, null, (by, at) => ({
        type: 'DeclareItem',
        authorship: true,
        consent: true,
        anonymised: true,
        aiUse: pick(`${player.email}/${index}/ai`, aiUses),
        by,
        at,
      })),
  };
}

function stillGatheringUntil(ending: string): number {
  return Object.entries(stillGathering).find(([name]) => name === ending)?.[1] ?? 1;
}

/** How many of a portfolio's items are declared; all of one that was handed in. */
function declaredOf({ player, items }: Story): number {
  return Object.entries(unfinished).find(([name]) => name === player.ending)?.[1].declared ?? items.length;
}
