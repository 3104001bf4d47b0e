import { Button } from '@mantine/core';
import { useState } from 'react';

import { CommandProblem, SavedState } from '../../shared/CommandOutcome.tsx';
import { Panel } from '../../shared/Panel.tsx';
import { client } from '../../shared/server.ts';
import type { Item } from '../../shared/server.ts';
import { StatementText } from '../../shared/StatementText.tsx';
import { useCommand } from '../../shared/useCommand.ts';
import type { KnownFramework } from '../../shared/useFramework.ts';
import { ClaimForm } from './ClaimForm.tsx';
import css from './evidence.module.css';

type Props = { readonly item: Item; readonly known: KnownFramework; readonly open: boolean };

/** The statements that this item is said to show, and where in it. */
export function ClaimsPanel({ item, known, open }: Props) {
  const [adding, setAdding] = useState(false);
  // In the framework's order, not the alphabet's.
  const claims = known.framework.areas
    .flatMap(({ statements }) => statements)
    .flatMap(({ code }) => item.claims.filter(({ statement }) => statement === code));
  const withdraw = useCommand(client.evidence.withdrawClaim.mutate);
  return (
    <Panel title="Claims">
      {item.claims.length === 0 && (
        <p style={{ marginTop: 0 }}>
          This item is claimed for no statement yet. A claim says which statement it shows, and where.
        </p>
      )}
      {open &&
        (adding ? (
          <ClaimForm item={item} known={known} onClose={() => setAdding(false)} />
        ) : (
          <Button variant="default" onClick={() => setAdding(true)}>
            Claim a statement
          </Button>
        ))}
      <CommandProblem command={withdraw} noun="item" />
      <SavedState command={withdraw} saved="Withdrawn" />
      <ul className={css['claims']}>
        {claims.map(({ statement: code, place }) => (
          <li key={code}>
            <StatementText statement={known.statement(code) ?? { code, text: '' }} critical={known.isCritical(code)} />
            <div className={css['claimFoot']}>
              <span className={css['small']}>Shown at: {place}</span>
              {open && (
                <Button
                  size="compact-sm"
                  variant="subtle"
                  aria-label={`Withdraw the claim for ${code}`}
                  disabled={withdraw.saving}
                  onClick={() =>
                    void withdraw.send((commandId) => ({
                      commandId,
                      item: item.item,
                      seen: item.version,
                      statement: code,
                    }))
                  }
                >
                  Withdraw
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
