import { StatementText } from '../StatementText.tsx';
import type { Rest } from './apart.ts';
import type { Wording } from './wording.ts';

/** The official wording of a standard, or the title of a gate. */
export function PlaceTitle({
  of: { place, kind },
  wording,
  withCode = true,
}: {
  readonly of: Pick<Rest, 'place' | 'kind'>;
  readonly wording: Wording;
  readonly withCode?: boolean;
}) {
  const found = wording.statements.get(place);
  if (kind === 'standard' && found !== undefined)
    return <StatementText statement={found.statement} critical={wording.critical.has(place)} withCode={withCode} />;
  return (
    <strong>
      {withCode && `${place} `}
      {wording.known.componentTitle(place)}
    </strong>
  );
}
