import type { Refusal } from '../../kernel/index.ts';

/** Of refusals, those that name no rule of SPEC.md, or say nothing. `spec` is its text. */
export function unexplained(refusals: Iterable<Refusal>, spec: string): string[] {
  const known = new Set([...spec.matchAll(/^- \*\*([A-Z]+-?\d+)\*\* \S/gm)].map(([, id]) => id));
  const found = new Set<string>();
  for (const { rule, says } of refusals) if (!known.has(rule) || says.trim() === '') found.add(`${rule}: ${says}`);
  return [...found];
}
