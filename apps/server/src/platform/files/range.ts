/** A part of a file in bytes from 0, its end included. */
type ByteRange = { readonly start: number; readonly end: number };

/**
 * Reads a Range header against a file of `bytes` bytes.
 *
 * @returns the part; `whole` without a header, or with one we need not follow (several parts, another unit, nonsense);
 *   `outside` when nothing of the file lies in it.
 */
export function rangeOf(header: string | null, bytes: number): ByteRange | 'whole' | 'outside' {
  const [, from, to] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? [];
  if (from === undefined || to === undefined || (from === '' && to === '')) return 'whole';
  if (from === '') {
    const last = Math.min(Number(to), bytes);
    return last === 0 ? 'outside' : { start: bytes - last, end: bytes - 1 };
  }
  const start = Number(from);
  const end = to === '' ? bytes - 1 : Math.min(Number(to), bytes - 1);
  if (to !== '' && Number(to) < start) return 'whole';
  return start >= bytes ? 'outside' : { start, end };
}
