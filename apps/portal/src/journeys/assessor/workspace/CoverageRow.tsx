import { Button, Checkbox, VisuallyHidden } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconFileSearch } from '@tabler/icons-react';

import type { Open } from '../../../shared/marking/EvidencePane.tsx';
import { sourceName } from '../../../shared/marking/sources.ts';
import type { ReviewView } from '../../../shared/marking/view.ts';
import type { Statement } from '../../../shared/marking/wording.ts';
import { ReasonForm } from '../../../shared/ReasonForm.tsx';
import { client } from '../../../shared/server.ts';
import { StatementText } from '../../../shared/StatementText.tsx';
import { StatusBadge } from '../../../shared/StatusBadge.tsx';
import { useCommand } from '../../../shared/useCommand.ts';
import classes from './coverage.module.css';

interface Props {
  readonly view: ReviewView;
  readonly statement: Statement;
  readonly readOnly: boolean;
  readonly ticked: boolean;
  readonly onTick: (on: boolean) => void;
  readonly onOpen: (open: Open) => void;
}

export function CoverageRow({ view, statement, readOnly, ticked, onTick, onOpen }: Props) {
  const [waiving, { toggle, close }] = useDisclosure();
  const waive = useCommand(client.review.waiveCoverage.mutate);
  const { code } = statement;
  const state = view.coverage[code];
  const claims = view.claims[code] ?? [];
  const open = state === undefined;
  return (
    <li className={classes['row']}>
      <div className={classes['tick']}>
        {open && !readOnly && (
          <Checkbox
            aria-label={`Tick ${code}`}
            checked={ticked}
            onChange={(event) => onTick(event.currentTarget.checked)}
          />
        )}
      </div>
      <div className={classes['body']}>
        <StatementText statement={statement} />
        <div className={classes['claims']}>
          {claims.length === 0 && <span>Nothing claimed</span>}
          {claims.map((claim, index) => (
            <button
              key={`${claim.source}-${index}`}
              type="button"
              className={classes['claim']}
              onClick={() => onOpen(claim)}
            >
              <IconFileSearch size={14} aria-hidden />
              {sourceName(claim.source)}
              {claim.place !== '' && `: ${claim.place}`}
            </button>
          ))}
        </div>
        {state?.state === 'waived' && <p className={classes['waived']}>Waived: {state.reason}</p>}
        {waiving && (
          <ReasonForm
            keptAs={`review.${view.review}.waive.${code}`}
            label={`Why ${code} is waived`}
            button="Waive"
            rule={{ rule: 'REV-12', says: 'A waiver gives its reason.' }}
            noun="review"
            command={waive}
            input={(reason, commandId) => ({
              commandId,
              review: view.review,
              seen: view.version,
              statement: code,
              reason,
            })}
            onDone={close}
            aside={
              <Button variant="default" onClick={close}>
                Leave it open
              </Button>
            }
          />
        )}
      </div>
      <div className={classes['state']}>
        <CoverageState state={state?.state} />
        {open && !readOnly && !waiving && (
          <Button size="compact-sm" variant="subtle" onClick={toggle}>
            Waive<VisuallyHidden> {code}</VisuallyHidden>
          </Button>
        )}
      </div>
    </li>
  );
}

function CoverageState({ state }: { readonly state: string | undefined }) {
  if (state === 'noted') return <StatusBadge tone="good">Noted</StatusBadge>;
  if (state === 'waived') return <StatusBadge tone="neutral">Waived</StatusBadge>;
  return <StatusBadge tone="open">Open</StatusBadge>;
}
