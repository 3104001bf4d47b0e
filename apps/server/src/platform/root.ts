import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The repository's root: the nearest folder above this file that holds
 * pnpm-workspace.yaml. Relative settings mean the same file whichever folder
 * the command was typed in.
 *
 * @throws Error when there is none, which means the code was moved out of its repository.
 */
export function repositoryRoot(from: string = import.meta.dirname): string {
  if (existsSync(join(from, 'pnpm-workspace.yaml'))) return from;
  const above = dirname(from);
  if (above === from) throw new Error('No folder above the server holds pnpm-workspace.yaml.');
  return repositoryRoot(above);
}
