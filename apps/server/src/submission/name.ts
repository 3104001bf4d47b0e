/** A name as it is sorted and searched by on every database alike: small letters, no accents. */
export function nameKey(name: string): string {
  return name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().trim();
}
