/** What the server shows once while an authenticator is set up. */
export type SetUp = {
  /** For the app: as a picture, as a link, or its secret typed in. */
  readonly uri: string;
  readonly secret: string;
  readonly codes: readonly string[];
};

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isText = (value: unknown): value is string => typeof value === 'string';

/** The backup codes in an answer of the server; none where it holds none. */
export const codesIn = (data: unknown): readonly string[] =>
  isRecord(data) && Array.isArray(data['backupCodes']) ? data['backupCodes'].filter(isText) : [];

/** Throws a TypeError where the answer is not what the server promises. */
export const setUpIn = (data: unknown): SetUp => {
  const uri = isRecord(data) ? data['totpURI'] : undefined;
  if (!isText(uri)) throw new TypeError('The server set nothing up.');
  return { uri, secret: new URL(uri).searchParams.get('secret') ?? '', codes: codesIn(data) };
};

/** A secret in groups of four, as people read and type it. */
export const grouped = (secret: string): string => secret.replaceAll(/(.{4})(?=.)/g, '$1 ');
