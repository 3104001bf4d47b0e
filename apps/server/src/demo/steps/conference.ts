import { marking, review, type MarkingId, markingId } from '@assay/engine';
import { statementCode, type StatementCode } from '@assay/standards';
import type { Unit } from '../../record/unit.ts';
import type { Player } from '../people.ts';
import { pick } from '../seeded.ts';
import { acting, secondOf, type Stage, type Story } from '../stories.ts';
import { conferred, noAgreement, stillOpen } from '../texts/moderation.ts';
import type { Step } from '../timetable.ts';
import { hour } from '../workdays.ts';
import { allocateMarker, judgeBlind, reviewBy } from './blind.ts';

/** Where two lie apart they confer, as far as the story has come. `from`: the working day before today of the second seal. */
export function conferenceSteps(stage: Stage, story: Story, from: number): Step[] {
  const { differsOn, conferring } = story.player;
  const [first, next] = differsOn.map((code) => statementCode.parse(code));
  if (first === undefined) return [];
  const positions = { first: stands(stage, story, story.assessor), second: stands(stage, story, secondOf(story)) };
  switch (conferring) {
    case 'agreed':
      return [positions.first(first, from - 1, conferred.first), positions.second(first, from - 2, conferred.second)];
    case 'underWay':
      return [
        positions.first(first, from - 1, conferred.first),
        positions.second(first, from - 2, conferred.second),
        ...(next === undefined ? [] : [positions.first(next, from - 2, stillOpen)]),
      ];
    case 'third':
      return [positions.first(first, from - 1, noAgreement.first), ...third(stage, story, first, from - 2)];
  }
}

/** A marker comes down, or up, to the threshold, and says why. */
function stands(stage: Stage, story: Story, who: Player) {
  return (standard: StatementCode, back: number, reason: string): Step => ({
    at: stage.days.at(back, hour(11, 40)),
    by: acting(stage, who, 'assessor'),
    what: `${who.name} confers on ${standard} of ${story.player.name}`,
    async work(unit) {
      const score = unit.given.book.threshold;
      await unit.change(marking, await markingOf(unit, story), null, (by, at) => ({
        type: 'Confer',
        standard,
        score,
        reason,
        by,
        at,
      }));
    },
  });
}

/** The second marker ends the conference, and a third marks what is left, without knowing of the two. */
function third(stage: Stage, story: Story, standard: StatementCode, from: number): Step[] {
  const { player, third: marker } = story;
  if (marker === null) throw new TypeError(`${player.name} has no third marker`);
  const by = acting(stage, marker, 'assessor');
  return [
    {
      at: stage.days.at(from, hour(16, 5)),
      by: acting(stage, secondOf(story), 'assessor'),
      what: `the conference on ${player.name} ends`,
      work: async (unit) =>
        unit.change(marking, await markingOf(unit, story), null, (who, at) => ({
          type: 'EndConference',
          reason: noAgreement.end,
          by: who,
          at,
        })),
    },
    {
      at: stage.days.at(from - 1, hour(9, 15)),
      by: acting(stage, pick(`${player.email}/clerk`, stage.players.staff), 'provider'),
      what: `allocate ${player.name} to ${marker.name} as third marker`,
      work: async (unit) => allocateMarker(unit, story, await reviewBy(unit, story, 'third'), marker.id),
    },
    {
      at: stage.days.at(from - 1, hour(13, 30)),
      by,
      what: `${marker.name} marks ${standard} of ${player.name}`,
      async work(unit) {
        const id = await reviewBy(unit, story, 'third');
        await unit.change(review, id, null, (who, at) => ({ type: 'BeginMarking', noConflict: true, by: who, at }));
        const measure = unit.given.book.judged.get(standard);
        if (measure === undefined) throw new TypeError(`${standard} is not judged`);
        await judgeBlind(unit, story, 'third', measure, measure.threshold);
        await unit.change(review, id, null, (who, at) => ({ type: 'SealReview', by: who, at }));
      },
    },
  ];
}

async function markingOf(unit: Unit, { submission }: Story): Promise<MarkingId> {
  const row = await (
    await unit.tables()
  )
    .selectFrom('marking')
    .select('marking')
    .where('submission', '=', submission)
    .executeTakeFirstOrThrow();
  return markingId(row.marking);
}
