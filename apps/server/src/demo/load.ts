import { appointAdministrator } from '../session/setup.ts';
import type { World } from '../world.ts';
import { createPlayers } from './people.ts';
import { gather, storePapers } from './portfolio/contents.ts';
import { seededIds } from './seeded.ts';
import { batchSteps } from './steps/batches.ts';
import { enrolmentSteps } from './steps/enrolment.ts';
import { evidenceSteps } from './steps/evidence.ts';
import { reviewSteps } from './steps/review.ts';
import { submissionSteps } from './steps/submission.ts';
import { openStage, storyOf } from './stories.ts';
import { performAll } from './timetable.ts';
import { hour, workdaysBefore } from './workdays.ts';

/**
 * Loads the demo into an empty database: a provider, its people and 26 candidates at every stage of the way. All of it
 * goes through the same commands and use cases as a person's clicks, with the time of day set back, so that the record
 * of a demo is as whole as any other.
 */
export async function loadDemo(world: World): Promise<void> {
  const freshId = seededIds();
  const days = workdaysBefore(world.given.now());
  // Passwords are hashed on other threads while this one prints.
  const [players, printed] = await Promise.all([createPlayers(world), storePapers(world)]);

  const stage = openStage(players, days, freshId);
  const gathered = await Promise.all(
    players.candidates.map(async (player, number) => ({
      player,
      pieces: await gather(world, player, number, printed),
    })),
  );
  const stories = gathered.map(({ player, pieces }) => storyOf(stage, player, pieces, freshId));

  const founded = days.at(245, hour(9));
  await appointAdministrator(
    { ...world, given: { ...world.given, now: () => founded, freshId }, nudge: () => {} },
    players.administrator.id,
  );
  const steps = [
    ...enrolmentSteps(stage, stories),
    ...stories.flatMap((story) => [
      ...evidenceSteps(stage, story),
      ...submissionSteps(stage, story),
      ...reviewSteps(stage, story, world.library.book),
    ]),
    ...batchSteps(stage, stories),
  ];
  await performAll(world, steps, freshId);
  world.nudge();
}
