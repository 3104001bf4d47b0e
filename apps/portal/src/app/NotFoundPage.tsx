import { LinkButton } from '../shared/LinkButton.tsx';
import { Page } from '../shared/Page.tsx';

export function NotFoundPage() {
  return (
    <Page title="Nothing is at this address" width="narrow">
      <p>The link may be old, or it may lead to something that is not yours to see.</p>
      <LinkButton to="/">Go to the first page</LinkButton>
    </Page>
  );
}
