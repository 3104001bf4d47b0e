import { parentPort, workerData } from 'node:worker_threads';
import { providerId } from '@assay/engine';
import { openLoader, type Loader } from '@assay/server';
import { bookToAssessUnder } from '../book.ts';
import { chance } from '../chance.ts';
import { Desk } from '../desk.ts';
import { at, days, house } from '../people.ts';
import { assessorsOf, Outcomes, runCohorts } from '../provider.ts';
import { peopleOf } from '../standings.ts';
import { enterInstallation, enterProvider } from './enter.ts';
import type { Job, Said } from './job.ts';
import { administrator, someone, staffOf, tagOf } from './staff.ts';
import { Tally } from './tally.ts';

/** Commands of the product that follow from no other: the others share the id of the one that they follow. */
const leading: ReadonlySet<string> = new Set(['RegisterProvider', 'AppointPerson', 'PassDue']);

const { place, shared, hash, loading }: Job = workerData;
const book = bookToAssessUnder();
const loader = await openLoader(place, shared);
// eslint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
const say = (said: Said) => parentPort?.postMessage(said);

parentPort?.on('message', (provider: number | null) => {
  void (provider === null ? end() : simulateProvider(loader, provider).then(say));
});

async function end(): Promise<void> {
  await loader.close();
  parentPort?.close();
}

/** Simulates one provider and writes it. */
async function simulateProvider(into: Loader, nth: number): Promise<Said> {
  const { seed, perProvider, candidates, underWay, today } = loading;
  const tally = new Tally();
  const own = nth === 0 ? house : providerId(`${house}-${nth + 1}`);
  const desk = new Desk(book, tally, own, (command, entered) =>
    into.take(command.type, entered, command.by.role === 'system' && !leading.has(command.type)),
  );
  const first = nth * perProvider;
  const plan = {
    ...loading,
    first,
    candidates: Math.min(perProvider, candidates - first),
    tag: tagOf(nth),
    underWay: { share: underWay, today },
    marked: () => {},
  };
  const dice = chance(nth === 0 ? seed : `${seed}/${nth + 1}`);
  const assessors = assessorsOf(desk, dice, plan);
  const marking = assessors.map(({ actor: { person, role } }) => ({ person, role }));
  const { provider, moderator, external } = peopleOf(desk, [], plan.tag);
  const staff = new Map(staffOf(nth).map((one) => [one.id, one.name]));
  const people = [
    ...[provider, moderator, external].map(({ person }) => someone(person, staff.get(person) ?? person)),
    ...marking.map(({ person }, index) => someone(person, `Assessor ${index + 1}`)),
    ...Array.from({ length: plan.candidates }, (_, n) => someone(`candidate-${first + n}`, `Candidate ${first + n}`)),
    ...(nth === 0 ? [administrator] : []),
  ];
  into.people(people, hash, at(days.opened));
  if (nth === 0) enterInstallation(desk);
  enterProvider(desk, own, `Simulated provider ${nth + 1}`, [provider, moderator, external, ...marking]);
  const outcomes = new Outcomes();
  for (const { many, outcomes: came } of runCohorts(desk, dice, assessors, plan)) {
    outcomes.add(came);
    await into.settle();
    say({ done: false, many });
  }
  await into.pour();
  return { done: true, provider: nth, ...tally.found(), outcomes: outcomes.found() };
}
