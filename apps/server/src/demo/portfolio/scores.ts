import type { Measure } from '@assay/engine';
import type { Story } from '../stories.ts';
import { roll } from '../seeded.ts';

/**
 * The score that this assessor gives: what the portfolio is worth on the whole, a little more or less for the
 * standard, and the assessor's own severity. What is not achieved in the story is a 1, everything else a 2 or more.
 */
export function scoreOf({ player, assessor }: Pick<Story, 'player' | 'assessor'>, { code, area }: Measure): number {
  if (player.notAchieved.includes(code) || player.notAchieved.includes(area)) return 1;
  const found = player.quality + assessor.severity + (roll(`${player.email}/${code}/score`) - 0.5) * 1.9;
  return Math.min(4, Math.max(2, Math.round(found)));
}

/**
 * The score that the second marker gives, who sees the same portfolio: never more than one away, and on the same side
 * of the line, but for the standards of the story on which the two lie apart.
 */
export function secondScoreOf(story: Pick<Story, 'player' | 'assessor' | 'second'>, measure: Measure): number {
  const { player, second } = story;
  if (player.differsOn.includes(measure.code)) return 1;
  const first = scoreOf(story, measure);
  if (first < 2) return first;
  const seen = player.quality + (second?.severity ?? 0) + (roll(`${player.email}/${measure.code}/second`) - 0.5) * 1.9;
  return Math.min(4, first + 1, Math.max(2, first - 1, Math.round(seen)));
}
