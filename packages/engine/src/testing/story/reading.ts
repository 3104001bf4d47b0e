import { areaId, statementCode } from '@assay/standards';
import { day, type AnyFact } from '../../kernel/index.ts';
import { cast, following } from './cast.ts';
import type { Keeper } from './keeper.ts';
import { Stuck } from './step.ts';
import {
  allocate,
  assessorOf,
  begin,
  giveTo,
  judge,
  openFor,
  openMarking,
  seal,
  type Marked,
  type Reading,
} from './marking.ts';
import { contentOf, type HandedIn, type Item } from './portfolio.ts';

const two = statementCode.parse('ONE.S2');
const three = statementCode.parse('TWO.S1');

/** One portfolio read by one marker, with everything that can come between: declined, lapsed, breaches, a waiver. */
export function readTheLongWay(keeper: Keeper, handedIn: HandedIn): Marked {
  keeper.on('2026-03-30');
  const marking = openMarking(keeper, handedIn);
  const kept = allocate(keeper, handedIn, openFor(keeper, handedIn, 1, 'first'), cast.second);
  kept.send({ type: 'DeclineAllocation', reason: 'My own mentee.', by: assessorOf(kept), at: keeper.now });
  giveTo(keeper, kept, cast.third);
  keeper.on('2026-04-13');
  kept.send({ type: 'LapseAllocation', by: cast.system, at: keeper.now });
  giveTo(keeper, kept, cast.first);
  begin(keeper, kept);
  breaches(keeper, handedIn, kept);
  keeper.on('2026-04-21');
  const [by, at] = [assessorOf(kept), keeper.now];
  const on = day('2026-04-20');
  kept.send({ type: 'RecordVisit', on, account: 'A morning in the centre.', by, at });
  kept.send({ type: 'RecordDiscussion', on, minutes: 60, account: 'Of every area.', by, at });
  judge(keeper, kept, two, 3);
  judge(keeper, kept, three, 1);
  kept.send({ type: 'LogAllowance', area: areaId.parse('TWO'), reason: 'Not yet in post.', by, at });
  for (const component of kept.context.scope.gates)
    kept.send({ type: 'JudgeGate', component, met: true, reason: 'Reflective.', by, at });
  const [waived, ...noted] = keeper.book.covered.keys();
  if (waived === undefined) throw new Stuck('nothing is to be covered');
  kept.send({ type: 'WaiveCoverage', statement: waived, reason: 'Not part of the post.', by, at });
  kept.send({ type: 'NoteCoverage', statements: noted, by, at });
  seal(keeper, kept, marking);
  return { ...handedIn, marking, reviews: [kept] };
}

/** What is wrong with an item, as its marker reports it. */
function report(keeper: Keeper, item: Item, kept: Reading, severity: 'minor' | 'major'): void {
  const by = assessorOf(kept);
  item.send({
    type: 'ReportBreach',
    severity,
    says: 'It names a child.',
    place: 'page 3',
    markers: [by.person],
    by,
    at: keeper.now,
  });
}

/** A minor breach that is mended, a major one that is released, and a minor one that nobody mended in time. */
function breaches(keeper: Keeper, { candidate, items }: HandedIn, kept: Reading): void {
  const [account, journal] = items;
  if (account === undefined || journal === undefined) throw new Stuck('there are two items');
  report(keeper, account, kept, 'minor');
  account.send({ type: 'CorrectItem', content: contentOf('mended'), anonymised: true, by: candidate, at: keeper.now });
  report(keeper, journal, kept, 'major');
  aside(keeper, journal, kept, journal.fact('ItemQuarantined'));
  report(keeper, journal, kept, 'minor');
  keeper.on('2026-04-18');
  journal.send({ type: 'LapseCorrection', by: cast.system, at: keeper.now });
  aside(keeper, journal, kept, journal.fact('CorrectionLapsed'));
}

/** What is quarantined stops counting, until a moderator releases it. */
function aside(keeper: Keeper, item: Item, kept: Reading, quarantined: AnyFact): void {
  kept.send({ type: 'SetAside', source: 'E2', reason: 'It is quarantined.', ...following(quarantined) });
  item.send({ type: 'ReleaseItem', reason: 'It names nobody.', by: cast.moderator, at: keeper.now });
  kept.send({
    type: 'RestoreSource',
    source: 'E2',
    reason: 'It is released.',
    ...following(item.fact('ItemReleased')),
  });
}
