import type { Value } from '../../../shared/marking/apart.ts';

/** What a marker is about to say on one point. */
export interface Said {
  readonly value: Value | null;
  readonly reason: string;
}

export const nothingSaid: Said = { value: null, reason: '' };

export function textOf({ value, reason }: Said): string {
  return value === null && reason === '' ? '' : JSON.stringify({ value, reason });
}

/** Reads what was kept; anything else is nothing said. */
export function saidIn(text: string): Said {
  if (text === '') return nothingSaid;
  try {
    const kept: unknown = JSON.parse(text);
    if (typeof kept !== 'object' || kept === null) return nothingSaid;
    const { value, reason }: { value?: unknown; reason?: unknown } = kept;
    return {
      value: typeof value === 'number' || typeof value === 'boolean' ? value : null,
      reason: typeof reason === 'string' ? reason : '',
    };
  } catch {
    return nothingSaid;
  }
}
