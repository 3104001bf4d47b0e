import { Kbd, Modal, Stack, Switch, Table } from '@mantine/core';

export type Shortcut = readonly [keys: readonly string[], does: string];

const marking: readonly Shortcut[] = [
  [['Ctrl', 'Enter'], 'Save the judgement and go on; works while you type, too'],
  [['0', '–', '4'], 'Choose the score'],
  [['J'], 'Next standard'],
  [['K'], 'Standard before'],
  [['N'], 'Next standard without a judgement'],
  [['O'], 'Open the next source claimed for this standard at its place, then the discussion and the visit'],
  [['V'], 'Let the open source count: tick it and all four confirmations'],
  [['Shift', 'V'], 'Let every claimed source count'],
  [['R'], 'Write the reason'],
  [['Esc'], 'Leave the reason, so that the letters work again'],
  [['?'], 'This help'],
];

interface Props {
  readonly title?: string;
  /** The keys of the page; those of marking where none are named. */
  readonly shortcuts?: readonly Shortcut[];
  readonly opened: boolean;
  readonly lettersOn: boolean;
  readonly onLetters: (on: boolean) => void;
  readonly onClose: () => void;
}

export function ShortcutHelp({
  title = 'Marking by keyboard',
  shortcuts = marking,
  opened,
  lettersOn,
  onLetters,
  onClose,
}: Props) {
  return (
    <Modal opened={opened} onClose={onClose} title={title} closeButtonProps={{ 'aria-label': 'Close' }} size="lg">
      <Stack>
        <Table withRowBorders>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">Keys</Table.Th>
              <Table.Th scope="col">What they do</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {shortcuts.map(([keys, does]) => (
              <Row key={does} keys={keys} does={does} />
            ))}
          </Table.Tbody>
        </Table>
        <Switch
          checked={lettersOn}
          onChange={(event) => onLetters(event.currentTarget.checked)}
          label="Single keys are on"
          description="Switch them off if you speak to your computer, or if a letter slips in now and then. Ctrl+Enter stays."
        />
      </Stack>
    </Modal>
  );
}

function Row({ keys, does }: { readonly keys: readonly string[]; readonly does: string }) {
  return (
    <Table.Tr>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>
        {keys.map((key, index) =>
          key === '–' ? (
            ` ${key} `
          ) : (
            <Kbd key={`${key}${index}`} mr={4}>
              {key}
            </Kbd>
          ),
        )}
      </Table.Td>
      <Table.Td>{does}</Table.Td>
    </Table.Tr>
  );
}
