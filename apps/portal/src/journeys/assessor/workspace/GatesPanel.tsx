import { Stack, Text } from '@mantine/core';

import { Frame } from '../../../shared/marking/Frame.tsx';
import type { ReviewView } from '../../../shared/marking/view.ts';
import type { Wording } from '../../../shared/marking/wording.ts';
import { Panel } from '../../../shared/Panel.tsx';
import { GateForm } from './GateForm.tsx';
import { OccasionForm } from './OccasionForm.tsx';

/** The components that are met or not met, with the visit and the discussion that the assessor records. */
export function GatesPanel({ view, wording }: { readonly view: ReviewView; readonly wording: Wording }) {
  return (
    <Frame>
      <Stack pb="xl">
        <Text size="sm" c="dimmed">
          A gate is met or not met; it has no score. A pass needs every gate met (R6).
          {wording.gates.some(({ kind }) => kind === 'visit' || kind === 'discussion') &&
            ' The visit and the discussion are evidence too, once they are recorded.'}
        </Text>
        {wording.gates.map((component) => (
          <Panel key={component.id} id={`gate-${component.id}`} title={`${component.id} ${component.title}`}>
            <Stack>
              {(component.kind === 'visit' || component.kind === 'discussion') && (
                <OccasionForm view={view} kind={component.kind} minutes={component.minutes} />
              )}
              <GateForm view={view} component={component.id} />
            </Stack>
          </Panel>
        ))}
      </Stack>
    </Frame>
  );
}
