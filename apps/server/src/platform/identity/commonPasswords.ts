import type { ZxcvbnFactory } from '@zxcvbn-ts/core';

/** The estimate's scale goes from 0 to 4; below this a password falls to a list of known ones and their variations. */
const leastScore = 3;
/** Characters that are looked at: enough to be sure, and few enough that a long password costs no time. */
const looked = 40;

let estimate: Promise<ZxcvbnFactory> | undefined;

/**
 * Whether a password is on the list of common ones that ships with the estimator, a variation of one, a repetition, a
 * sequence, or made of what is known of the person. Nothing is asked of anybody outside.
 */
export async function isCommon(password: string, known: readonly string[] = []): Promise<boolean> {
  estimate ??= loaded();
  return (await estimate).check(password.slice(0, looked), ['assay', ...known]).score < leastScore;
}

/** Loaded and built at the first password: 50,000 entries that a reading server never needs. */
async function loaded(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory: Factory }, { adjacencyGraphs: graphs, dictionary }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ]);
  return new Factory({ dictionary, graphs });
}
