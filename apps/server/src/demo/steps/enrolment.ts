import { cohort, provider, type Role } from '@assay/engine';
import { house } from '../../session/setup.ts';
import { provider as name } from '../cast.ts';
import type { Player } from '../people.ts';
import { acting, type Stage, type Story } from '../stories.ts';
import type { Step } from '../timetable.ts';
import { hour, type Workdays } from '../workdays.ts';

/** When each cohort opens and is due, in working days before today; below nought lies ahead. */
export const windows = {
  finishing: { opens: 238, due: 22 },
  underWay: { opens: 120, due: -15 },
} as const;

/** The provider, its people, two cohorts and their candidates. */
export function enrolmentSteps(stage: Stage, stories: readonly Story[]): Step[] {
  const { players, provider: id, days } = stage;
  const administrator = { person: players.administrator.id, role: 'administrator' as const, provider: house };
  const manager = players.staff[0];
  if (manager === undefined) throw new TypeError('The cast has no staff');
  const appointed: [Player, Role][] = [
    ...players.staff.map((player): [Player, Role] => [player, 'provider']),
    ...players.assessors.map((player): [Player, Role] => [player, 'assessor']),
    ...players.moderators.map((player): [Player, Role] => [player, 'moderator']),
  ];
  return [
    {
      at: days.at(244, hour(10)),
      by: administrator,
      what: `register ${name}`,
      work: (unit) =>
        unit.change(provider, id, 0, (by, at) => ({ type: 'RegisterProvider', provider: id, name, by, at })),
    },
    ...appointed.map(([{ id: person, name: called }, role], index): Step => ({
      at: days.at(243, hour(9, 30) + index * 7),
      by: administrator,
      what: `appoint ${called} as ${role}`,
      work: (unit) => unit.change(provider, id, null, (by, at) => ({ type: 'AppointPerson', person, role, by, at })),
    })),
    ...openings(stage, manager),
    ...stories.map((story, index) => enrolment(stage, manager, story, index)),
  ];
}

function openings(stage: Stage, manager: Player): Step[] {
  const { cohorts, provider: owner, days } = stage;
  return (['finishing', 'underWay'] as const).map((which, index) => {
    const { opens, due } = windows[which];
    const [id, opensOn, dueOn] = [cohorts[which], days.day(opens), days.day(due)];
    const title = titleOf(days, which);
    return {
      at: days.at(opens + 1, hour(11, index * 5)),
      by: acting(stage, manager, 'provider'),
      what: `open ${title}`,
      work: (unit) =>
        unit.change(cohort, id, 0, (by, at) => ({
          type: 'OpenCohort',
          cohort: id,
          provider: owner,
          title,
          opensOn,
          dueOn,
          by,
          at,
        })),
    };
  });
}

/** Such as "Heads of centre, January 2026". */
function titleOf(days: Workdays, which: keyof typeof windows): string {
  const month = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });
  return `Heads of centre, ${month.format(new Date(days.day(windows[which].opens)))}`;
}

function enrolment(stage: Stage, manager: Player, { player, submission: opened }: Story, index: number): Step {
  const { cohorts, days } = stage;
  return {
    at: days.at(windows[player.cohort].opens - 2, hour(9, 40) + index * 6),
    by: acting(stage, manager, 'provider'),
    what: `enrol ${player.name}`,
    async work(unit) {
      await unit.change(cohort, cohorts[player.cohort], null, (by, at) => ({
        type: 'EnrolCandidate',
        candidate: player.id,
        submission: opened,
        route: player.route,
        by,
        at,
      }));
    },
  };
}
