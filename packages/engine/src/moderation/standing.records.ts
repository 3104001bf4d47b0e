import type { PersonId } from '../kernel/index.ts';
import type { ModerationFact } from './moderation.facts.ts';
import type { RecordModerated } from './standing.commands.ts';

/** A command for the standing of one assessor. */
interface ForAssessor {
  readonly assessor: PersonId;
  readonly command: RecordModerated;
}

const nothing: readonly ForAssessor[] = [];

/**
 * What a moderator's decision says of the standing of everybody who marked the portfolio. An uphold counts once, with
 * or against them as it was marked; a query counts against them where the marks were beyond tolerance or on two sides
 * of the threshold of a critical standard, and says nothing otherwise.
 */
export function recordsModerated(fact: ModerationFact): readonly ForAssessor[] {
  switch (fact.type) {
    case 'ReviewUpheld':
    case 'SampleUpheld':
    case 'SampleDoubled':
    case 'RemarkingRequired': {
      const { was, criticalFlip } = fact;
      return was === 'upheld' ? nothing : forEach(fact, { within: true, criticalFlip, confirmed: was === 'drawn' });
    }
    case 'ReviewQueried': {
      const { beyond, criticalFlip } = fact;
      return beyond || criticalFlip ? forEach(fact, { within: !beyond, criticalFlip, confirmed: false }) : nothing;
    }
    default:
      return nothing;
  }
}

function forEach(
  { assessors, submission, by, at }: Extract<ModerationFact, { readonly assessors: unknown }>,
  found: Pick<RecordModerated, 'within' | 'criticalFlip' | 'confirmed'>,
): ForAssessor[] {
  return assessors.map((assessor) => ({
    assessor,
    command: { type: 'RecordModerated', submission, ...found, by: { ...by, role: 'system' }, at },
  }));
}
