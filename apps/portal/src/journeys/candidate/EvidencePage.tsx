import { Group, Stack } from '@mantine/core';

import { EmptyState } from '../../shared/EmptyState.tsx';
import { counted } from '../../shared/formatting.ts';
import { LinkButton } from '../../shared/LinkButton.tsx';
import { Note } from '../../shared/Note.tsx';
import { Page } from '../../shared/Page.tsx';
import { ComponentItems } from './ComponentItems.tsx';
import { Uploads } from './Uploads.tsx';
import { usePortfolio } from './usePortfolio.ts';

/** All evidence of a portfolio, component by component. */
export function EvidencePage() {
  const portfolio = usePortfolio();
  const { view, items, components, open } = portfolio;
  const { submission } = view;
  const write = (
    <LinkButton to="/candidate/$submission/evidence/write" params={{ submission }}>
      Write an account
    </LinkButton>
  );
  return (
    <Page
      title="Evidence"
      intro={counted(items.length, 'evidence item', 'evidence items')}
      {...(open && { actions: <Group>{write}</Group> })}
    >
      <Stack gap="xl">
        {!open && (
          <Note tone="neutral" title="This portfolio is frozen">
            <p style={{ margin: '0.25rem 0 0' }}>It was submitted, so its evidence can be read and not changed.</p>
          </Note>
        )}
        {open && <Uploads submission={submission} components={components} />}
        {items.length === 0 && !open && <EmptyState title="This portfolio holds no evidence" />}
        {components.map((component) => (
          <ComponentItems
            key={component.id}
            component={component}
            items={items.filter((item) => item.component === component.id)}
            portfolio={portfolio}
          />
        ))}
      </Stack>
    </Page>
  );
}
