import { useEffect, useEffectEvent, useState } from 'react';

import type { Difference, Value } from '../../../shared/marking/apart.ts';
import type { Refusal } from '../../../shared/problems.ts';
import { client, queryClient } from '../../../shared/server.ts';
import type { MarkingView } from '../../../shared/server.ts';
import { useCommand } from '../../../shared/useCommand.ts';
import { useDraft } from '../../../shared/useDraft.ts';
import { useSeen } from '../../../shared/useSeen.ts';
import { saidIn, textOf } from './said.ts';
import type { Said } from './said.ts';
import { choicesOn, sidesOf } from './standing.ts';

interface Asked {
  readonly view: MarkingView;
  readonly own: string;
  readonly difference: Difference;
  readonly onTold: (says: string) => void;
  readonly onSaid: (value: Value) => void;
}

/** What the reader is about to say on one point: kept as it is typed, compared with what the other said, sent. */
export function usePosition({ view, own, difference, onTold, onSaid }: Asked) {
  const { place, open } = difference;
  const draft = useDraft(`marking/${view.marking}/${view.round}/${place}`, view.version);
  const said = saidIn(draft.text);
  const typing = draft.text !== '';
  const { seen, saw } = useSeen(view.version, typing);
  const { theirs } = sidesOf(difference, own);
  const choices = choicesOn(difference);

  // What the other had said as the reader began to write; a newer position is shown beside the reader's own words.
  const theirAt = theirs?.position?.at ?? null;
  const [answered, setAnswered] = useState(theirAt);
  if (!typing && answered !== theirAt) setAnswered(theirAt);
  const meanwhile = open && typing && answered !== theirAt;
  // A change on another point takes nothing away from this one.
  if (typing && !meanwhile && seen !== view.version) saw(view.version);

  const confer = useCommand(client.marking.confer.mutate);
  const { problem, clear } = confer;
  const change = (next: Said) => {
    onTold('');
    const text = textOf(next);
    if (text === '') draft.discard();
    else draft.set(text);
  };
  const asked: readonly Refusal[] = [
    ...(meanwhile
      ? [
          {
            rule: '',
            says: `Read first what ${theirs?.assessorName ?? 'the other marker'} said while you were writing.`,
          },
        ]
      : []),
    ...(said.value === null ? [{ rule: 'MAR-8', says: whichValue(choices) }] : []),
    ...(said.reason.trim() === '' ? [{ rule: 'MAR-9', says: 'A position gives its reason.' }] : []),
  ];
  const send = async () => {
    if (!open || confer.saving) return;
    const { value } = said;
    if (asked.length > 0 || value === null) {
      onTold(`Not sent. ${asked.map(({ says }) => says).join(' ')}`);
      return;
    }
    const sent = draft.text;
    const base = { marking: view.marking, seen, reason: said.reason.trim() };
    const answer = await confer.send((commandId) =>
      typeof value === 'number'
        ? { commandId, ...base, standard: place, score: value }
        : { commandId, ...base, gate: place, met: value },
    );
    if (answer === null) return;
    draft.acknowledged(sent);
    onSaid(value);
  };

  // Somebody was faster. What they said here is shown, and nothing is sent; what they said elsewhere changes nothing here.
  const clash = problem?.kind === 'clash' ? problem.now : null;
  const goOn = useEffectEvent(() => {
    clear();
    if (open && !meanwhile) void send();
    else onTold('Not sent yet.');
  });
  useEffect(() => {
    if (clash === null) return;
    if (view.version < clash) void queryClient.invalidateQueries();
    else goOn();
  }, [clash, view.version]);

  return {
    draft,
    said,
    typing,
    choices,
    asked,
    change,
    send,
    saving: confer.saving,
    /** What the server said against it; a clash is shown as what was said meanwhile. */
    problem: clash === null ? problem : null,
    retry: confer.retry,
    /** The other's newer position, until the reader has answered it. */
    meanwhile: meanwhile ? (theirs?.position ?? null) : null,
    answer: () => {
      setAnswered(theirAt);
      saw(view.version);
    },
  };
}

export type ComingPosition = ReturnType<typeof usePosition>;

function whichValue(choices: readonly Value[]): string {
  const [lowest] = choices;
  const highest = choices.at(-1);
  return typeof lowest === 'number' && typeof highest === 'number'
    ? `Choose a score from ${lowest} to ${highest}.`
    : 'Choose met or not met.';
}
