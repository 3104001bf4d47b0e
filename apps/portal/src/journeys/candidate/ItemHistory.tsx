import { useState } from 'react';

import { FactTimeline } from '../../shared/FactTimeline.tsx';

/** What happened to one item; loaded only when somebody wants to see it. */
export function ItemHistory({ item }: { item: string }) {
  const [opened, setOpened] = useState(false);
  return (
    <details onToggle={(event) => setOpened(event.currentTarget.open)}>
      <summary>History of this item</summary>
      <div style={{ marginTop: '0.75rem' }}>{opened && <FactTimeline stream={item} />}</div>
    </details>
  );
}
