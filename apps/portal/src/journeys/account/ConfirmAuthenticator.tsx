import { Anchor, Button, Text } from '@mantine/core';

import { CodeForm } from '../../shared/CodeForm.tsx';
import css from './account.module.css';
import { BackupCodes } from './BackupCodes.tsx';
import { QrCode } from './QrCode.tsx';
import { grouped } from './setUp.ts';
import type { SetUp } from './setUp.ts';

type Props = {
  readonly setUp: SetUp;
  readonly onPassed: () => Promise<void>;
  readonly onCancel: () => void;
};

/** The three steps of setting an authenticator up: into the app, the backup codes put away, the first code. */
export function ConfirmAuthenticator({ setUp, onPassed, onCancel }: Props) {
  return (
    <ol className={css['steps']}>
      <li>
        <h3>Add Assay to your authenticator app</h3>
        <div className={css['add']}>
          <QrCode text={setUp.uri} name="QR code of the secret, for the camera of your authenticator app" />
          <div className={css['byHand']}>
            <Text size="sm">Scan the picture with the app. Without a camera, type this secret in:</Text>
            <p className={css['secret']}>{grouped(setUp.secret)}</p>
            <Text size="sm">
              If the app is on this device, <Anchor href={setUp.uri}>open it there</Anchor>:
            </Text>
            <p className={css['uri']}>{setUp.uri}</p>
          </div>
        </div>
      </li>
      <li>
        <h3>Put the backup codes away</h3>
        <BackupCodes codes={setUp.codes} />
      </li>
      <li>
        <h3>Enter the code that the app shows now</h3>
        <CodeForm action="Turn it on" backup={false} onPassed={onPassed}>
          <Button variant="default" onClick={onCancel}>
            Cancel
          </Button>
        </CodeForm>
      </li>
    </ol>
  );
}
