import { Badge, Button, Group, Stack, Text, Textarea, Title } from '@mantine/core';
import { IconFlag } from '@tabler/icons-react';
import type { RefObject } from 'react';

import type { ReviewView } from '../../../shared/marking/view.ts';
import { scaleName } from '../../../shared/marking/wording.ts';
import type { Wording } from '../../../shared/marking/wording.ts';
import { StatementText } from '../../../shared/StatementText.tsx';
import type { Draft } from './draft.ts';
import { EvidenceChoice } from './EvidenceChoice.tsx';
import classes from './form.module.css';
import { ScoreChoice } from './ScoreChoice.tsx';

export interface StandardPanelProps {
  readonly view: ReviewView;
  readonly wording: Wording;
  readonly standard: string;
  readonly draft: Draft;
  readonly unsaved: boolean;
  readonly openSource: string | null;
  readonly readOnly: boolean;
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly reason: RefObject<HTMLTextAreaElement | null>;
  readonly onDraft: (draft: Draft) => void;
  /** Null unless the record changed under the draft. */
  readonly onKeep: (() => void) | null;
  readonly onDiscard: () => void;
  readonly onOpen: (source: string, place: string | null) => void;
}

/** The standard at hand: its official wording, the candidate's claims, evidence, score and reason. */
export function StandardPanel(props: StandardPanelProps) {
  const { view, wording, standard, draft, unsaved, openSource, readOnly, heading, reason, onDraft, onOpen } = props;
  const found = wording.statements.get(standard);
  if (found === undefined) return null;
  const judgedHere = found.area.statements.filter(({ kind }) => kind === found.statement.kind).length;
  const queries = view.queries.filter((query) => query.standard === standard && query.round === view.round);
  return (
    <section aria-labelledby="standard-at-hand">
      <Stack gap="md">
        <div>
          <Group gap="xs" mb={4}>
            <Title
              order={2}
              size="h3"
              id="standard-at-hand"
              ref={heading}
              tabIndex={-1}
              className={classes['heading'] ?? ''}
              aria-describedby="standard-wording"
            >
              {found.area.title}, standard {found.statement.number} of {judgedHere}
            </Title>
            {wording.critical.has(standard) && (
              <Badge variant="outline" color="gray" className={classes['badge'] ?? ''}>
                Critical
              </Badge>
            )}
          </Group>
          <div id="standard-wording">
            <StatementText statement={found.statement} />
          </div>
        </div>
        {queries.map((query, index) => (
          <div key={index} className={classes['query']}>
            <IconFlag size={18} aria-hidden />
            <div>
              <strong>The moderator asks:</strong> {query.says}
            </div>
          </div>
        ))}
        <EvidenceChoice
          view={view}
          standard={standard}
          draft={draft}
          openSource={openSource}
          readOnly={readOnly}
          onDraft={onDraft}
          onOpen={onOpen}
        />
        <ScoreChoice
          scheme={wording.scheme}
          score={draft.score}
          readOnly={readOnly}
          onScore={(score) => onDraft({ ...draft, score })}
        />
        <Textarea
          ref={reason}
          label="Reason"
          description="The candidate reads it with the result. Say what in the evidence led to this score."
          autosize
          minRows={4}
          maxRows={14}
          readOnly={readOnly}
          value={draft.reason}
          onChange={(event) => onDraft({ ...draft, reason: event.currentTarget.value })}
          onKeyDown={(event) => {
            if (event.key === 'Escape') heading.current?.focus();
          }}
        />
        {unsaved && <Saved {...props} />}
      </Stack>
    </section>
  );
}

/** What the record has, beside what is typed: neither is ever lost to the other. */
function Saved({ view, wording, standard, onKeep, onDiscard }: StandardPanelProps) {
  const judgement = view.judgements[standard];
  return (
    <div className={classes['saved']}>
      <Text size="sm">
        {judgement === undefined
          ? 'Not saved yet. It is kept on this device.'
          : `${onKeep === null ? 'Changed since it was saved' : 'Judged elsewhere meanwhile'}. The record has ${judgement.score} ${scaleName(wording.scheme, judgement.score)}: “${judgement.reason}”`}
      </Text>
      {onKeep !== null && (
        <Button size="compact-sm" variant="default" onClick={onKeep}>
          Keep my version
        </Button>
      )}
      <Button size="compact-sm" variant="default" onClick={onDiscard}>
        Discard my changes
      </Button>
    </div>
  );
}
