import { TRPCClientError } from '@trpc/client';

export type Refusal = { readonly rule: string; readonly says: string };
export type FieldFlaw = { readonly path: string; readonly says: string };

/** Why a command was not done, in the forms that a screen shows differently. */
export type Problem =
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] }
  | { readonly kind: 'clash'; readonly seen: number; readonly now: number }
  | { readonly kind: 'fields'; readonly fields: readonly FieldFlaw[] }
  /** The server did not answer: whether the command was done is not known, so a retry keeps its id. */
  | { readonly kind: 'noAnswer' }
  | { readonly kind: 'message'; readonly message: string; readonly signedOut: boolean };

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const isRefusal = (value: unknown): value is Refusal =>
  isRecord(value) && typeof value['rule'] === 'string' && typeof value['says'] === 'string';

const isFieldFlaw = (value: unknown): value is FieldFlaw =>
  isRecord(value) && typeof value['path'] === 'string' && typeof value['says'] === 'string';

/** No data on the error means that no answer of ours arrived: the network, a proxy, a stopped server. */
export const isNoAnswer = (error: unknown): boolean => error instanceof TRPCClientError && !isRecord(error.data);

export const problemOf = (error: unknown): Problem => {
  if (!(error instanceof TRPCClientError)) {
    return { kind: 'message', message: error instanceof Error ? error.message : String(error), signedOut: false };
  }
  const data: unknown = error.data;
  if (!isRecord(data)) return { kind: 'noAnswer' };
  const { refusals, clash, fields } = data;
  if (isRecord(clash) && typeof clash['seen'] === 'number' && typeof clash['now'] === 'number') {
    return { kind: 'clash', seen: clash['seen'], now: clash['now'] };
  }
  if (Array.isArray(refusals) && refusals.length > 0) return { kind: 'refused', refusals: refusals.filter(isRefusal) };
  if (Array.isArray(fields) && fields.length > 0) return { kind: 'fields', fields: fields.filter(isFieldFlaw) };
  return { kind: 'message', message: error.message, signedOut: data['code'] === 'UNAUTHORIZED' };
};

/** One sentence for places too small for more. */
export const sentenceOf = (problem: Problem): string => {
  switch (problem.kind) {
    case 'refused':
      return problem.refusals.map(({ says }) => says).join(' ');
    case 'clash':
      return 'Somebody was faster. Nothing was overwritten.';
    case 'fields':
      return problem.fields.map(({ says }) => says).join(' ');
    case 'noAnswer':
      return 'The server did not answer. What you typed is kept on this device.';
    case 'message':
      return problem.message;
  }
};
