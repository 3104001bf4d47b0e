import { review, type Rulebook } from '@assay/engine';
import type { Unit } from '../../record/unit.ts';
import { secondScoreOf } from '../portfolio/scores.ts';
import { pick } from '../seeded.ts';
import { acting, type Stage, type Story } from '../stories.ts';
import { gateReasons } from '../texts/reasons.ts';
import type { Step } from '../timetable.ts';
import { hour } from '../workdays.ts';
import { allocateMarker, judgeBlind, reviewBy } from './blind.ts';
import { conferenceSteps } from './conference.ts';

/** Working days between the steps of a second marking, counted from the day on which the first marker sealed. */
const after = { allocated: 1, begun: 2, areas: [2, 3, 3, 4, 4, 5], sealed: 6 } as const;

/**
 * A second marker is found, reads the portfolio without knowing of the first one's marks, and seals; where the two lie
 * apart, they confer. `sealed`: the working day before today on which the first marker sealed.
 */
export function secondMarkingSteps(stage: Stage, story: Story, sealed: number, book: Rulebook): Step[] {
  const { player, second } = story;
  if (second === null) return [];
  const by = acting(stage, second, 'assessor');
  const given: Step[] = [
    {
      at: stage.days.at(sealed - after.allocated, hour(9, 30)),
      by: acting(stage, pick(`${player.email}/clerk`, stage.players.staff), 'provider'),
      what: `allocate ${player.name} to ${second.name} as second marker`,
      work: async (unit) => allocateMarker(unit, story, await reviewBy(unit, story, 'second'), second.id),
    },
  ];
  if (player.secondUntil === 'allocated') return given;
  const steps: Step[] = [
    ...given,
    {
      at: stage.days.at(sealed - after.begun, hour(9, 20)),
      by,
      what: `${second.name} begins marking ${player.name}`,
      work: async (unit) =>
        unit.change(review, await reviewBy(unit, story, 'second'), null, (who, at) => ({
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
          await judgeBlind(unit, story, 'second', measure, secondScoreOf(story, measure));
      },
    })),
    {
      at: stage.days.at(sealed - after.sealed, hour(15, 30)),
      by,
      what: `${second.name} seals ${player.name}`,
      work: (unit) => seal(unit, story),
    },
  ];
  return [...steps, ...conferenceSteps(stage, story, sealed - after.sealed)];
}

/** Judges the second marker's gates, which were seen in the portfolio itself, and seals. */
export async function seal(unit: Unit, story: Story): Promise<void> {
  const id = await reviewBy(unit, story, 'second');
  const { gates } = unit.given.book;
  const own = gates.filter((gate) => unit.given.book.components.get(gate)?.by === 'candidate');
  for (const component of own) {
    const reason = pick(`${story.player.email}/${component}/second`, gateReasons[component] ?? []);
    await unit.change(review, id, null, (by, at) => ({ type: 'JudgeGate', component, met: true, reason, by, at }));
  }
  await unit.change(review, id, null, (by, at) => ({ type: 'SealReview', by, at }));
}
