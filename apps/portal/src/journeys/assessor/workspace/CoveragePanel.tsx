import { Stack, Text } from '@mantine/core';
import { useState } from 'react';

import type { Open } from '../../../shared/marking/EvidencePane.tsx';
import { Frame } from '../../../shared/marking/Frame.tsx';
import type { ReviewView } from '../../../shared/marking/view.ts';
import type { Wording } from '../../../shared/marking/wording.ts';
import { AreaPicker } from './AreaPicker.tsx';
import { CoverageArea } from './CoverageArea.tsx';

interface Props {
  readonly view: ReviewView;
  readonly wording: Wording;
  readonly onOpen: (open: Open) => void;
}

/** Knowledge and qualities: evidenced or waived with a reason, never scored (R13). */
export function CoveragePanel({ view, wording, onOpen }: Props) {
  const done = (codes: readonly { readonly code: string }[]) =>
    codes.filter(({ code }) => view.coverage[code] !== undefined).length;
  const [picked, setPicked] = useState<string | null>(null);
  const areas = wording.areas.filter(({ covered }) => covered.length > 0);
  const here =
    areas.find(({ area }) => area.id === picked) ??
    areas.find(({ covered }) => done(covered) < covered.length) ??
    areas[0];
  return (
    <Frame>
      <Stack pb="xl" gap="md">
        <Text size="sm" c="dimmed">
          Knowledge and qualities are covered, not scored: each is noted as evidenced, or waived with a reason (R13).
        </Text>
        <nav aria-label={wording.known.framework.labels.area.plural}>
          <AreaPicker
            areas={areas.map(({ area, covered }) => ({
              id: area.id,
              title: area.title,
              done: done(covered),
              all: covered.length,
            }))}
            current={here?.area.id}
            counted="noted or waived"
            onPick={setPicked}
          />
        </nav>
        {here !== undefined && (
          <CoverageArea
            key={here.area.id}
            view={view}
            wording={wording}
            title={here.area.title}
            statements={here.covered}
            onStay={() => setPicked(here.area.id)}
            onOpen={onOpen}
          />
        )}
      </Stack>
    </Frame>
  );
}
