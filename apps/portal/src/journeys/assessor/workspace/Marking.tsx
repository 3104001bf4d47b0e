import { useEffect, useRef, useState } from 'react';

import { ProblemNote } from '../../../shared/CommandOutcome.tsx';
import type { Open } from '../../../shared/marking/EvidencePane.tsx';
import { Frame } from '../../../shared/marking/Frame.tsx';
import { claimedSources } from '../../../shared/marking/sources.ts';
import type { ReviewView } from '../../../shared/marking/view.ts';
import type { Wording } from '../../../shared/marking/wording.ts';
import { basisOf, sameDraft, savedDraft, withCounting } from './draft.ts';
import type { Draft } from './draft.ts';
import { Navigator } from './Navigator.tsx';
import { neighbour, nextOf, nextUnjudged } from './order.ts';
import { SaveFoot } from './SaveFoot.tsx';
import { StandardPanel } from './StandardPanel.tsx';
import { stillAsked } from './support.ts';
import { useDrafts } from './useDrafts.ts';
import { useSaveJudgement } from './useSaveJudgement.ts';
import { useLetters, useSaveKey } from './useShortcuts.ts';

interface Props {
  readonly view: ReviewView;
  readonly wording: Wording;
  readonly standard: string;
  readonly readOnly: boolean;
  readonly lettersOn: boolean;
  readonly open: Open | null;
  readonly onOpen: (open: Open) => void;
  readonly onHelp: () => void;
  readonly onStandard: (standard: string) => void;
  readonly onAllJudged: () => void;
}

/** Judging one standard after the other. */
export function Marking({
  view,
  wording,
  standard,
  readOnly,
  lettersOn,
  open,
  onOpen,
  onHelp,
  onStandard,
  onAllJudged,
}: Props) {
  const { drafts, keep, drop, settle } = useDrafts(view.review);
  const { save, clear, saving, problem } = useSaveJudgement(view.review);
  const [told, setTold] = useState('');
  const heading = useRef<HTMLHeadingElement>(null);
  const reason = useRef<HTMLTextAreaElement>(null);
  const scroller = useRef<HTMLDivElement>(null);

  const saved = savedDraft(view, standard);
  const draft = readOnly ? saved : (drafts[standard] ?? saved);
  const unsaved = new Set(
    Object.entries(drafts).flatMap(([code, kept]) => (sameDraft(savedDraft(view, code), kept) ? [] : [code])),
  );
  const elsewhere = draft.basis !== basisOf(view, standard);
  const asked = [
    ...(elsewhere
      ? [{ rule: '', says: 'This standard was judged elsewhere meanwhile: keep your version or discard it.' }]
      : []),
    ...stillAsked(draft, view.sources, wording.scheme.sufficiency),
  ];
  const claimed = claimedSources(view, standard);
  const queried = view.queries.filter(({ round }) => round === view.round).map((query) => query.standard);

  const change = (next: Draft) => {
    if (readOnly) return;
    setTold('');
    if (sameDraft(saved, next) && next.reason === saved.reason) drop(standard);
    else keep(standard, next);
  };

  const arriving = useRef<string | null>(null);
  const go = (to: string | null) => {
    if (to === null) return;
    arriving.current = to;
    clear();
    onStandard(to);
  };
  // The keyboard goes on at the new standard, and a screen reader reads it; but not when the page is opened.
  useEffect(() => {
    if (arriving.current !== standard) return;
    arriving.current = null;
    scroller.current?.scrollTo({ top: 0 });
    heading.current?.focus();
  }, [standard]);

  const submit = async () => {
    if (readOnly || saving) return;
    if (asked.length > 0 || draft.score === null) {
      setTold(`Not saved. ${asked.map(({ says }) => says).join(' ')}`);
      return;
    }
    if (!(await save(standard, draft, draft.score))) return;
    settle(standard, draft);
    const judged = (code: string) => view.judgements[code] !== undefined || code === standard;
    const next = nextUnjudged(wording.standards, standard, judged) ?? nextOf(wording.standards, standard, queried);
    setTold(
      next === null ? `${standard} is saved. Every standard is judged.` : `${standard} is saved. Next is ${next}.`,
    );
    if (next === null) onAllJudged();
    else go(next);
  };

  const openNext = () => {
    const occasions = view.sources.filter(({ source }) => source === 'visit' || source === 'discussion');
    const places: readonly Open[] = [
      ...claimed.flatMap(({ source, places: at }) => at.map((place) => ({ source: source.source, place }))),
      ...occasions.map(({ source }) => ({ source, place: null })),
    ];
    const now = places.findIndex(({ source, place }) => source === open?.source && place === open.place);
    const next = places[(now + 1) % places.length];
    if (next !== undefined) onOpen(next);
  };

  const scoreKeys = Object.fromEntries(
    wording.scheme.scale.map(({ score }) => [String(score), () => change({ ...draft, score })]),
  );
  useLetters(
    {
      ...scoreKeys,
      j: () => go(neighbour(wording.standards, standard, 1)),
      k: () => go(neighbour(wording.standards, standard, -1)),
      n: () => go(nextUnjudged(wording.standards, standard, (code) => view.judgements[code] !== undefined)),
      o: openNext,
      v: () => open !== null && change(withCounting(draft, open.source)),
      V: () => change(claimed.reduce((kept, { source }) => withCounting(kept, source.source), draft)),
      r: () => reason.current?.focus(),
      '?': onHelp,
    },
    lettersOn,
  );
  useSaveKey(() => void submit());

  return (
    <>
      <Frame
        scroller={scroller}
        top={
          <Navigator
            view={view}
            wording={wording}
            standard={standard}
            unsaved={readOnly ? new Set() : unsaved}
            onStandard={go}
          />
        }
        foot={
          readOnly ? undefined : (
            <SaveFoot
              draft={draft}
              wording={wording}
              asked={asked}
              told={told}
              saving={saving}
              trouble={<ProblemNote problem={problem} noun="review" onRetry={() => void submit()} onLoaded={clear} />}
              onSave={() => void submit()}
            />
          )
        }
      >
        <StandardPanel
          view={view}
          wording={wording}
          standard={standard}
          draft={draft}
          unsaved={!readOnly && unsaved.has(standard)}
          openSource={open?.source ?? null}
          readOnly={readOnly}
          heading={heading}
          reason={reason}
          onDraft={change}
          onKeep={elsewhere ? () => keep(standard, { ...draft, basis: basisOf(view, standard) }) : null}
          onDiscard={() => drop(standard)}
          onOpen={(source, place) => onOpen({ source, place })}
        />
      </Frame>
    </>
  );
}
