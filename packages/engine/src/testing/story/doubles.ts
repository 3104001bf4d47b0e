import { statementCode } from '@assay/standards';
import { reviewId } from '../../kernel/index.ts';
import { opensThirdReview, type Position } from '../../review/index.ts';
import { asAssessor, cast } from './cast.ts';
import type { Keeper } from './keeper.ts';
import { Stuck } from './step.ts';
import { allocate, begin, judgeAll, markTwice, seal, type Marked, type MarkingKept } from './marking.ts';
import type { HandedIn } from './portfolio.ts';

const standard = statementCode.parse('ONE.S1');

function confer(keeper: Keeper, kept: MarkingKept, place: number, position: Position): void {
  const assessor = kept.context.marks[place]?.assessor;
  if (assessor === undefined) throw new Stuck(`${kept.id} has one marker`);
  kept.send({ type: 'Confer', ...position, reason: 'Read together.', by: asAssessor(assessor), at: keeper.now });
}

/** Two marks lie apart, and the two agree on what lies between. */
export function markAndConfer(keeper: Keeper, handedIn: HandedIn): Marked {
  const marked = markTwice(keeper, handedIn, { [standard]: 3 }, { [standard]: 1 });
  confer(keeper, marked.marking, 0, { standard, score: 2 });
  confer(keeper, marked.marking, 1, { standard, score: 2 });
  return marked;
}

/** The two do not agree, in words or by letting the time pass, and a third marks what is left. */
export function markAndAdjudicate(keeper: Keeper, handedIn: HandedIn, end: 'ended' | 'lapsed'): Marked {
  const marked = markTwice(keeper, handedIn, { [standard]: 4 }, { [standard]: 2 });
  const { marking } = marked;
  if (end === 'ended') {
    const assessor = marking.context.marks[0]?.assessor;
    if (assessor === undefined) throw new Stuck(`${marking.id} has no marks`);
    marking.send({
      type: 'EndConference',
      reason: 'We read E1 differently.',
      by: asAssessor(assessor),
      at: keeper.now,
    });
  } else {
    keeper.on('2026-03-17');
    marking.send({ type: 'LapseConference', by: cast.system, at: keeper.now });
  }
  const conference = end === 'ended' ? marking.fact('ConferenceEnded') : marking.fact('ConferenceLapsed');
  const { accepted, manifest } = handedIn;
  const id = reviewId(`${handedIn.portfolio}-third`);
  const third = allocate(keeper, handedIn, opensThirdReview(conference, accepted, manifest, id), cast.third);
  begin(keeper, third);
  judgeAll(keeper, third);
  seal(keeper, third, marking);
  return { ...marked, reviews: [...marked.reviews, third] };
}
