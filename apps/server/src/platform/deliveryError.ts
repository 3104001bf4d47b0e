/** How the peer's refusal is to be taken. */
export interface Refused {
  /** The same message would be refused again, so it is not tried again. */
  readonly permanent?: boolean;
  readonly cause?: unknown;
}

/** Something could not be delivered outside. The message is a sentence without personal data: it is kept and shown. */
export class DeliveryError extends Error {
  override name = 'DeliveryError';
  readonly permanent: boolean;

  constructor(says: string, { permanent = false, cause }: Refused = {}) {
    super(says, { cause });
    this.permanent = permanent;
  }
}
