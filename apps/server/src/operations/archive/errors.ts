/** An archive that cannot be used, or an installation that it must not replace. The message says which and what to do. */
export class ArchiveError extends Error {
  override name = 'ArchiveError';
}
