import { Button, Group, Stack, Title } from '@mantine/core';
import { useState } from 'react';

import { CommandProblem, SavedState } from '../../../shared/CommandOutcome.tsx';
import { counted } from '../../../shared/formatting.ts';
import type { Open } from '../../../shared/marking/EvidencePane.tsx';
import type { ReviewView } from '../../../shared/marking/view.ts';
import type { Statement, Wording } from '../../../shared/marking/wording.ts';
import { RuledButton } from '../../../shared/RuledButton.tsx';
import { client } from '../../../shared/server.ts';
import { useCommand } from '../../../shared/useCommand.ts';
import { CoverageRow } from './CoverageRow.tsx';
import classes from './coverage.module.css';

interface Props {
  readonly view: ReviewView;
  readonly wording: Wording;
  readonly title: string;
  readonly statements: readonly Statement[];
  /** Keeps this area on the screen, also when its last statement was noted. */
  readonly onStay: () => void;
  readonly onOpen: (open: Open) => void;
}

export function CoverageArea({ view, wording, title, statements, onStay, onOpen }: Props) {
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const note = useCommand(client.review.noteCoverage.mutate);
  const readOnly = !view.may.includes('NoteCoverage');
  const open = statements.filter(({ code }) => view.coverage[code] === undefined);
  const claimed = open.filter(({ code }) => (view.claims[code] ?? []).length > 0).map(({ code }) => code);
  const chosen = ticked.filter((code) => open.some((statement) => statement.code === code));

  const send = async (codes: readonly string[]) => {
    onStay();
    const answer = await note.send((commandId) => ({
      commandId,
      review: view.review,
      seen: view.version,
      statements: [...codes],
    }));
    if (answer !== null) setTicked([]);
  };

  return (
    <Stack gap="sm">
      <Title order={2} size="h3">
        {title}
      </Title>
      {!readOnly && open.length > 0 && (
        <Group gap="sm" align="flex-start">
          <Button
            variant="default"
            loading={note.saving}
            disabled={claimed.length === 0}
            title={claimed.length === 0 ? 'The candidate claims none of the open statements of this area.' : undefined}
            onClick={() => void send(claimed)}
          >
            Note all claimed of this area ({claimed.length})
          </Button>
          <RuledButton
            because={chosen.length === 0 ? [{ rule: '', says: 'Tick what you found evidenced, then note it.' }] : []}
            loading={note.saving}
            onClick={() => void send(chosen)}
          >
            Note {counted(chosen.length, 'ticked statement', 'ticked statements')}
          </RuledButton>
        </Group>
      )}
      <CommandProblem command={note} noun="review" />
      <SavedState command={note} />
      {wording.known.framework.kinds.map((kind) => {
        const rows = statements.filter((statement) => statement.kind === kind.letter);
        if (rows.length === 0) return null;
        return (
          <section key={kind.letter}>
            <Title order={3} size="h4" mb={4}>
              {kind.title}
            </Title>
            <ul className={classes['rows']}>
              {rows.map((statement) => (
                <CoverageRow
                  key={statement.code}
                  view={view}
                  statement={statement}
                  readOnly={readOnly}
                  ticked={ticked.includes(statement.code)}
                  onTick={(on) =>
                    setTicked(on ? [...ticked, statement.code] : ticked.filter((code) => code !== statement.code))
                  }
                  onOpen={onOpen}
                />
              ))}
            </ul>
          </section>
        );
      })}
    </Stack>
  );
}
