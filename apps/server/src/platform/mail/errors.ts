import { DeliveryError } from '../deliveryError.ts';

/**
 * What went wrong with a mail, without the server's own words, which often repeat the address. A recipient or a text
 * that is refused for good is not tried again; a refused sender or password is the operator's to mend, and is.
 */
export function explained(error: unknown): DeliveryError {
  if (!(error instanceof Error)) return new DeliveryError('The mail could not be sent.', { cause: error });
  const code = text(error, 'code');
  const command = text(error, 'command');
  const answered = 'responseCode' in error && typeof error.responseCode === 'number' ? error.responseCode : null;
  if (code === 'EAUTH')
    return new DeliveryError(
      `The mail server refused the user name or password of ASSAY_SMTP_URL${answered === null ? '' : ` (${answered})`}.`,
      { cause: error },
    );
  if (code === 'ETLS')
    return new DeliveryError('The connection to the mail server could not be encrypted.', { cause: error });
  if (answered !== null) {
    const detail = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(text(error, 'response'))?.[1];
    const said = detail === undefined ? answered : `${answered}, ${detail}`;
    const permanent = 'permanent' in error && error.permanent === true && ['RCPT TO', 'DATA'].includes(command);
    return new DeliveryError(`The mail server refused ${refusedPart(command)} (${said}).`, { permanent, cause: error });
  }
  if (code === 'EENVELOPE')
    return new DeliveryError('The recipient’s address is not one that mail can be sent to.', {
      permanent: true,
      cause: error,
    });
  if (code === 'EABORT') return new DeliveryError('The mail server took too long.', { cause: error });
  const reason = text(error, 'originalCode') || code;
  return new DeliveryError(
    `The mail server could not be reached, or broke off${reason === '' ? '' : ` (${reason})`}.`,
    { cause: error },
  );
}

function refusedPart(command: string): string {
  if (command === 'RCPT TO') return 'the recipient';
  if (command === 'MAIL FROM') return 'the sender, ASSAY_MAIL_FROM';
  if (command === 'DATA') return 'the mail';
  return 'to talk';
}

function text(error: object, field: string): string {
  const value: unknown = Object.getOwnPropertyDescriptor(error, field)?.value;
  return typeof value === 'string' ? value : '';
}
