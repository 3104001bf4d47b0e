import { Button, Checkbox, Group, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { FormEvent } from 'react';

import { CommandProblem, SavedState } from '../../shared/CommandOutcome.tsx';
import { Panel } from '../../shared/Panel.tsx';
import { client } from '../../shared/server.ts';
import type { Item } from '../../shared/server.ts';
import { useCommand } from '../../shared/useCommand.ts';
import { useKeptText } from '../../shared/useKeptText.ts';

/** What the candidate stands for with this item, in plain words. */
export function DeclarePanel({ item, open }: { item: Item; open: boolean }) {
  const [authorship, setAuthorship] = useState(false);
  const [consent, setConsent] = useState(false);
  const [anonymised, setAnonymised] = useState(false);
  const aiUse = useKeptText(`item.${item.item}.aiUse`, item.aiUse ?? '');
  const declare = useCommand(client.evidence.declare.mutate, { onSaved: () => aiUse.discard() });

  if (item.status !== 'draft') {
    return (
      <Panel title="Declaration" id="declare">
        <p style={{ margin: 0 }}>
          You declared authorship, consent and anonymity. Use of artificial intelligence: {item.aiUse ?? 'none stated'}
        </p>
      </Panel>
    );
  }
  if (!open) return null;
  const send = (event: FormEvent) => {
    event.preventDefault();
    void declare.send((commandId) => ({
      commandId,
      item: item.item,
      seen: item.version,
      authorship,
      consent,
      anonymised,
      aiUse: aiUse.text,
    }));
  };
  return (
    <Panel title="Declare this item" id="declare">
      <form onSubmit={send}>
        <Stack gap="md">
          <Checkbox
            label="It is mine"
            description="I wrote or made it, or it comes from my own practice and I say who made it."
            checked={authorship}
            onChange={(event) => setAuthorship(event.currentTarget.checked)}
          />
          <Checkbox
            label="Those who appear agreed"
            description="Colleagues, parents and partners who can be recognised consented to its use for assessment."
            checked={consent}
            onChange={(event) => setConsent(event.currentTarget.checked)}
          />
          <Checkbox
            label="No child or family can be recognised"
            description="Names, faces, dates of birth and addresses are taken out."
            checked={anonymised}
            onChange={(event) => setAnonymised(event.currentTarget.checked)}
          />
          <Textarea
            label="Use of artificial intelligence"
            description="Say what it was used for, such as “Checked spelling with …”. If it was not used, write “None”."
            autosize
            minRows={2}
            maxLength={300}
            value={aiUse.text}
            onChange={(event) => aiUse.set(event.currentTarget.value)}
          />
          <CommandProblem command={declare} noun="item" />
          <Group gap="sm">
            <Button type="submit" loading={declare.saving}>
              Declare
            </Button>
            <SavedState command={declare} saved="Declared" />
          </Group>
        </Stack>
      </form>
    </Panel>
  );
}
