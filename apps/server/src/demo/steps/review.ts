import { review, type Measure, type Rulebook } from '@assay/engine';
import { componentId } from '@assay/standards';
import type { Ending } from '../cast.ts';
import { between, pick, roll } from '../seeded.ts';
import { acceptedOf, acting, type Stage, type Story } from '../stories.ts';
import { declineReason } from '../texts/moderation.ts';
import { discussionAccounts, gateReasons, visitAccounts, waiverReasons } from '../texts/reasons.ts';
import type { Step } from '../timetable.ts';
import { hour } from '../workdays.ts';
import { claimedFor, judge } from './marking.ts';
import { secondMarkingSteps } from './second.ts';
import { versionOf } from './version.ts';

/** Working days between the steps of a review, counted from the day on which the portfolio was handed in. */
const after = { allocated: 5, begun: 7, visit: 10, discussion: 12, gates: 19, sealed: 19 } as const;
/** The working day, counted in the same way, on which each area is marked, in the framework's order. */
const areaDays = [7, 11, 13, 15, 16, 18] as const;

/** How many standards are judged at the stages before the seal. */
const judgedBy: Partial<Record<Ending, number>> = { justBegun: 5, halfWay: 25, nearlySealed: 50 };

const allocatedEndings: readonly Ending[] = ['allocated', 'justBegun', 'halfWay', 'nearlySealed', 'sealed', 'batched'];

/** From the allocation to the seal, as far as the story has come. */
export function reviewSteps(stage: Stage, story: Story, book: Rulebook): Step[] {
  const { handedIn, ending } = story.player;
  if (handedIn === null || !allocatedEndings.includes(ending)) return [];
  const allocating = allocation(stage, story, handedIn);
  if (ending === 'allocated') return allocating;
  const many = judgedBy[ending] ?? book.judged.size;
  const judged = [...book.judged.values()].slice(0, many);
  const from = handedIn - shift(ending);
  const steps = [
    ...allocating,
    beginning(stage, story, from - after.begun),
    ...sittings(stage, story, from, judged, book),
  ];
  if (many > (book.judgedIn.get(book.areas[0] ?? judgedArea(judged))?.length ?? 0))
    steps.push(...occasions(stage, story, from));
  if (many < book.judged.size) return steps;
  return [
    ...steps,
    covering(stage, story, from, book),
    sealing(stage, story, from),
    ...secondMarkingSteps(stage, story, from - after.sealed, book),
  ];
}

/** The three that are under way now began late enough to be in the midst of it. */
function shift(ending: Ending): number {
  return ending === 'justBegun' ? 4 : ending === 'halfWay' ? 1 : 0;
}

function judgedArea([first]: readonly Measure[]) {
  if (first === undefined) throw new TypeError('There is nothing to judge');
  return first.area;
}

function allocation(stage: Stage, story: Story, handedIn: number): Step[] {
  const { player, assessor } = story;
  const clerk = acting(stage, pick(`${player.email}/clerk`, stage.players.staff), 'provider');
  const give = (to: Story['assessor'], back: number, minutes: number): Step => ({
    at: stage.days.at(back, minutes),
    by: clerk,
    what: `allocate ${player.name} to ${to.name}`,
    work: (unit) =>
      unit.change(review, acceptedOf(story).review, null, (by, at) => ({
        type: 'AllocateAssessor',
        assessor: to.id,
        appointed: true,
        by,
        at,
      })),
  });
  const other = stage.players.assessors[(player.assessor + 1) % stage.players.assessors.length];
  // One of the stories tells of a conflict of interest: declined, and given to somebody else.
  if (player.email !== 'gethin.demo@demo.example' || other === undefined)
    return [give(assessor, handedIn - after.allocated, hour(9, 50))];
  const declining: Step = {
    at: stage.days.at(handedIn - after.allocated, hour(9, 5)),
    by: acting(stage, other, 'assessor'),
    what: `${other.name} declines ${player.name}`,
    work: (unit) =>
      unit.change(review, acceptedOf(story).review, null, (by, at) => ({
        type: 'DeclineAllocation',
        reason: declineReason,
        by,
        at,
      })),
  };
  return [
    give(other, handedIn - after.allocated + 1, hour(14, 30)),
    declining,
    give(assessor, handedIn - after.allocated, hour(9, 50)),
  ];
}

function beginning(stage: Stage, story: Story, back: number): Step {
  return {
    at: stage.days.at(back, hour(9, 10)),
    by: acting(stage, story.assessor, 'assessor'),
    what: `${story.assessor.name} begins marking ${story.player.name}`,
    work: (unit) =>
      unit.change(review, acceptedOf(story).review, null, (by, at) => ({
        type: 'BeginMarking',
        noConflict: true,
        by,
        at,
      })),
  };
}

/** An area a day, three standards at a sitting. */
function sittings(stage: Stage, story: Story, from: number, judged: readonly Measure[], book: Rulebook): Step[] {
  const steps: Step[] = [];
  for (const [index, area] of book.areas.entries()) {
    const measures = judged.filter((measure) => measure.area === area);
    for (let first = 0; first < measures.length; first += 3) {
      const group = measures.slice(first, first + 3);
      steps.push({
        at: stage.days.at(
          from - (areaDays[index] ?? after.gates),
          hour(9, 45) + first * 14 + between(`${story.player.email}/${area}/${first}`, 0, 25),
        ),
        by: acting(stage, story.assessor, 'assessor'),
        what: `${story.assessor.name} judges ${story.player.name} on ${group.map(({ code }) => code).join(', ')}`,
        async work(unit) {
          for (const measure of group) await judge(unit, story, measure);
        },
      });
    }
  }
  return steps;
}

function occasions(stage: Stage, story: Story, from: number): Step[] {
  const { player, assessor } = story;
  const by = acting(stage, assessor, 'assessor');
  const [visited, discussed] = [stage.days.day(from - after.visit), stage.days.day(from - after.discussion)];
  const minutes = between(`${player.email}/minutes`, 58, 71);
  return [
    {
      at: stage.days.at(from - after.visit, hour(17, 10)),
      by,
      what: `record the visit to ${player.name}`,
      work: (unit) =>
        unit.change(review, acceptedOf(story).review, null, (who, at) => ({
          type: 'RecordVisit',
          on: visited,
          account: pick(`${player.email}/visit`, visitAccounts),
          by: who,
          at,
        })),
    },
    {
      at: stage.days.at(from - after.discussion, hour(15, 40)),
      by,
      what: `record the discussion with ${player.name}`,
      work: (unit) =>
        unit.change(review, acceptedOf(story).review, null, (who, at) => ({
          type: 'RecordDiscussion',
          on: discussed,
          minutes,
          account: pick(`${player.email}/discussion`, discussionAccounts),
          by: who,
          at,
        })),
    },
  ];
}

/** Gates, and knowledge and qualities: noted where claimed evidence shows them, waived with a reason elsewhere. */
function covering(stage: Stage, story: Story, from: number, book: Rulebook): Step {
  const { player, assessor } = story;
  return {
    at: stage.days.at(from - after.gates, hour(10, 30)),
    by: acting(stage, assessor, 'assessor'),
    what: `${assessor.name} judges the gates of ${player.name} and notes coverage`,
    async work(unit) {
      const { review: id } = acceptedOf(story);
      const codes = [...book.covered.keys()];
      const waived = codes.filter(
        (code) => claimedFor(story, code).length === 0 || roll(`${player.email}/${code}/waived`) < 0.025,
      );
      await unit.change(review, id, null, (by, at) => ({
        type: 'NoteCoverage',
        statements: codes.filter((code) => !waived.includes(code)),
        by,
        at,
      }));
      for (const statement of waived) {
        await unit.change(review, id, null, (by, at) => ({
          type: 'WaiveCoverage',
          statement,
          reason: pick(`${player.email}/${statement}`, waiverReasons),
          by,
          at,
        }));
      }
      for (const gate of book.gates) {
        const reason = pick(`${player.email}/${gate}`, gateReasons[gate] ?? []);
        await unit.change(review, id, null, (by, at) => ({
          type: 'JudgeGate',
          component: componentId.parse(gate),
          met: true,
          reason,
          by,
          at,
        }));
      }
    },
  };
}

function sealing(stage: Stage, story: Story, from: number): Step {
  return {
    at: stage.days.at(from - after.sealed, hour(11, 45)),
    by: acting(stage, story.assessor, 'assessor'),
    what: `${story.assessor.name} seals ${story.player.name}`,
    async work(unit) {
      const { review: id } = acceptedOf(story);
      await unit.change(review, id, await versionOf(unit, id), (by, at) => ({ type: 'SealReview', by, at }));
    },
  };
}
