import type { Review, ReviewFact } from '@assay/engine';
import type { Writing } from '../database.ts';
import type { Announcement, Projection, Recorded } from '../record/projection.ts';
import type { Notice } from '../record/message.ts';
import { reachStage } from '../submission/stage.ts';
import { noteProgress } from '../submission/tally.ts';
import { projectFinding, projectFindings } from './findings.projection.ts';

export const reviewProjection: Projection<Review, ReviewFact> = {
  async project(writing, recorded) {
    const { stream, version, status, context, fact } = recorded;
    const { assessor, due, round, scores } = context;
    const shown = { assessor, due_at: due?.at ?? null, status, version, round, judged: Object.keys(scores).length };
    if (fact.type === 'ReviewOpened') {
      const { submission, candidate, provider, cohort, attempt, marker, scope } = context;
      await writing
        .insertInto('review')
        .values({
          review: stream,
          submission,
          candidate,
          provider,
          cohort,
          attempt,
          marker,
          current: 1,
          asked: scope.standards.length,
          opened_at: fact.at,
          allocated_at: null,
          sealed_at: null,
          ...shown,
        })
        .execute();
      await noteProgress(writing, context);
      return;
    }
    await writing
      .updateTable('review')
      .set({ ...shown, ...timesOf(fact) })
      .where('review', '=', stream)
      .execute();
    if (fact.type === 'StandardJudged') await noteProgress(writing, context);
    await moveOn(writing, recorded);
    await projectFinding(writing, stream, round, fact);
  },
  async projectAll(writing, many) {
    for (const run of runsOf(many)) {
      const [first] = run;
      const last = run.at(-1);
      if (first === undefined || last === undefined) continue;
      if (run.length === 1) {
        await reviewProjection.project(writing, first);
        continue;
      }
      const { stream, version, status, context } = last;
      const { due, round, scores } = context;
      await writing
        .updateTable('review')
        .set({ due_at: due?.at ?? null, status, version, round, judged: Object.keys(scores).length })
        .where('review', '=', stream)
        .execute();
      if (run.some(({ fact }) => fact.type === 'StandardJudged')) await noteProgress(writing, context);
      await projectFindings(
        writing,
        stream,
        round,
        run.map(({ fact }) => fact),
      );
    }
  },
  messages: ({ context, fact }) => noticesOf(context, fact),
};

/** What a marker finds, one after the other: it moves the portfolio nowhere, and none of it takes another back. */
const findings: ReadonlySet<string> = new Set<ReviewFact['type']>([
  'EvidenceConfirmed',
  'StandardJudged',
  'GateJudged',
  'VisitRecorded',
  'DiscussionRecorded',
  'CoverageNoted',
]);

/** Facts in their order, those together that are findings of one review. */
function runsOf(many: readonly Recorded<Review, ReviewFact>[]): Recorded<Review, ReviewFact>[][] {
  const runs: Recorded<Review, ReviewFact>[][] = [];
  for (const recorded of many) {
    const run = runs.at(-1);
    const before = run?.[0];
    const goesOn = before !== undefined && before.stream === recorded.stream && findings.has(before.fact.type);
    if (run !== undefined && goesOn && findings.has(recorded.fact.type)) run.push(recorded);
    else runs.push([recorded]);
  }
  return runs;
}

function timesOf(fact: ReviewFact): { allocated_at?: string | null; sealed_at?: string | null } {
  switch (fact.type) {
    case 'AssessorAllocated':
      return { allocated_at: fact.at };
    case 'AllocationDeclined':
    case 'AllocationLapsed':
      return { allocated_at: null };
    case 'ReviewSealed':
      return { sealed_at: fact.at };
    case 'ReviewReopened':
      return { sealed_at: null };
    default:
      return {};
  }
}

/** Where the portfolio is, as its candidate follows it: with its first marker. What others do beside shows nowhere. */
async function moveOn(writing: Writing, { context, fact }: Recorded<Review, ReviewFact>): Promise<void> {
  const { submission, marker } = context;
  if (fact.type === 'ReviewReopened' || (fact.type === 'AssessorAllocated' && marker === 'first'))
    await reachStage(writing, submission, 'marking', fact.at);
  if ((fact.type === 'AllocationDeclined' || fact.type === 'AllocationLapsed') && marker === 'first')
    await reachStage(writing, submission, 'allocation', fact.at);
}

function noticesOf(
  { review, assessor, marker, provider, candidate }: Review,
  fact: ReviewFact,
): readonly (Notice | Announcement)[] {
  const tell = (person: string, says: string, link: string): Notice[] => [{ kind: 'notice', person, says, link }];
  // A first marker is looked for with every portfolio that is accepted; that another is to be found comes unasked.
  if (fact.type === 'ReviewOpened' && marker !== 'first')
    return [
      {
        kind: 'announcement',
        provider,
        role: 'provider',
        but: candidate,
        says: `A portfolio waits for a ${marker} marker.`,
        link: '/cohorts',
      },
    ];
  if (fact.type === 'AssessorAllocated') return tell(fact.assessor, 'A portfolio was allocated to you.', '/queue');
  if (fact.type === 'AllocationLapsed')
    return tell(fact.assessor, 'The time to begin or decline has passed, so a portfolio is yours no more.', '/queue');
  if (assessor === null) return [];
  const link = `/review/${review}`;
  if (fact.type === 'ReviewReopened')
    return tell(assessor, 'A moderator sent a review back to you with queries.', link);
  if (fact.type === 'SourceSetAside')
    return tell(assessor, `${fact.source} no longer counts: look again at what rested on it.`, link);
  if (fact.type === 'SourceRestored')
    return tell(assessor, `${fact.source} may be confirmed again: it was released.`, link);
  return [];
}
