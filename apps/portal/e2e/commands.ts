import type { Page } from '@playwright/test';

/** The server's answer to a command or a question that a page sends, for what a story is not about. Throws a refusal. */
export async function send<Answer>(
  page: Page,
  type: 'command' | 'question',
  path: string,
  input: object,
): Promise<Answer> {
  return page.evaluate(
    async ([kind, procedure, asked]) => {
      const address = `/api/trpc/${procedure}`;
      const response =
        kind === 'question'
          ? await fetch(`${address}?input=${encodeURIComponent(asked)}`)
          : await fetch(address, { method: 'POST', headers: { 'content-type': 'application/json' }, body: asked });
      const answer: { result?: { data: Answer }; error?: { message: string } } = await response.json();
      if (answer.result === undefined) throw new Error(`${procedure}: ${answer.error?.message}`);
      return answer.result.data;
    },
    [type, path, JSON.stringify(type === 'command' ? { commandId: crypto.randomUUID(), ...input } : input)] as const,
  );
}

interface Review {
  readonly version: number;
  readonly scope: {
    readonly standards: readonly string[];
    readonly gates: readonly string[];
    readonly coverage: boolean;
  };
  readonly judgements: Readonly<Record<string, unknown>>;
  readonly gates: Readonly<Record<string, unknown>>;
  readonly sources: readonly { readonly source: string; readonly method: string }[];
}

/**
 * Marks what is left of the review that stands open in a page, but for some standards: scored as `scoreOf` says on two
 * sources of two methods, every gate met, all coverage noted.
 */
export async function markTheRest(
  page: Page,
  scoreOf: (standard: string) => number,
  but: readonly string[],
  covered: readonly string[],
): Promise<void> {
  const review = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  const view = await send<Review>(page, 'question', 'review.show', { review });
  let seen = view.version;
  const command = async (path: string, input: object) => {
    const answer = await send<{ version: number }>(page, 'command', path, { review, seen, ...input });
    seen = answer.version;
  };
  const [one] = view.sources;
  const other = view.sources.find(({ method }) => method !== one?.method);
  const evidence = [one, other].flatMap((source) => source?.source ?? []);
  const test = { valid: true, authentic: true, current: true, sufficient: true };
  const left = view.scope.standards.filter((code) => view.judgements[code] === undefined && !but.includes(code));
  for (const standard of left) {
    for (const source of evidence) await command('review.confirm', { standard, source, ...test });
    const reason = `Both sources show ${standard}, in the candidate’s own practice.`;
    await command('review.judge', { standard, score: scoreOf(standard), reason, evidence });
  }
  for (const component of view.scope.gates.filter((gate) => view.gates[gate] === undefined))
    await command('review.judgeGate', { component, met: true, reason: 'Complete and in her own words.' });
  if (view.scope.coverage) await command('review.noteCoverage', { statements: covered });
  await page.reload();
}
