import { Button, Group } from '@mantine/core';
import { useState } from 'react';

import { CommandProblem, SavedState } from '../../shared/CommandOutcome.tsx';
import { counted, formatBytes, formatDay } from '../../shared/formatting.ts';
import { LinkButton } from '../../shared/LinkButton.tsx';
import { Panel } from '../../shared/Panel.tsx';
import { client } from '../../shared/server.ts';
import type { Item } from '../../shared/server.ts';
import { useCommand } from '../../shared/useCommand.ts';
import { useSeen } from '../../shared/useSeen.ts';
import { DescriptionForm } from './DescriptionForm.tsx';
import css from './evidence.module.css';
import type { Portfolio } from './usePortfolio.ts';
import { isAccount, isMethod, methodName } from './words.ts';

/** What the item is; changed in place. A change asks for a new declaration, for another thing is declared. */
export function DescriptionPanel({ item, portfolio }: { item: Item; portfolio: Portfolio }) {
  const { view, known, components, open } = portfolio;
  const [editing, setEditing] = useState(false);
  const { seen, saw } = useSeen(item.version, editing);
  const describe = useCommand(client.evidence.describe.mutate, { onSaved: () => setEditing(false) });

  if (editing) {
    return (
      <Panel title="Description">
        {item.status === 'declared' && (
          <p className={css['small']}>After a change the item has to be declared again.</p>
        )}
        <DescriptionForm
          components={components}
          start={{
            title: item.title,
            component: item.component,
            method: isMethod(item.method) ? item.method : 'document',
            dated: item.dated,
          }}
          button="Save"
          cancel="Cancel"
          saving={describe.saving}
          onCancel={() => setEditing(false)}
          onSend={(described) =>
            void describe.send((commandId) => ({ commandId, item: item.item, seen, content: null, ...described }))
          }
        >
          <CommandProblem command={describe} noun="item" onLoaded={saw} />
        </DescriptionForm>
      </Panel>
    );
  }
  return (
    <Panel title="Description">
      <dl className={css['facts']}>
        <dt>Component</dt>
        <dd>
          {item.component} · {known.componentTitle(item.component)}
        </dd>
        <dt>Kind of evidence</dt>
        <dd>{methodName(item.method)}</dd>
        <dt>Dated</dt>
        <dd>{formatDay(item.dated)}</dd>
        <dt>Size</dt>
        <dd>{item.words === null ? formatBytes(item.content.bytes) : counted(item.words, 'word', 'words')}</dd>
      </dl>
      {open && (
        <Group gap="sm">
          {isAccount(item) && (
            <LinkButton
              to="/candidate/$submission/evidence/write"
              params={{ submission: view.submission }}
              search={{ item: item.item }}
            >
              Edit the text
            </LinkButton>
          )}
          <Button variant="default" onClick={() => setEditing(true)}>
            Change the description
          </Button>
          <SavedState command={describe} />
        </Group>
      )}
    </Panel>
  );
}
