import { writeFileSync } from 'node:fs';
import { papers } from '../texts/papers.ts';
import { paperOf } from '../portfolio/papers.ts';
import { printPaper } from './paper.ts';
for (const p of papers) { const t = performance.now(); const out = await printPaper(paperOf(p, 1)); console.log(p.kind, (performance.now() - t).toFixed(0), out.bytes.length, out.pages); writeFileSync(`/tmp/demob/${p.kind}.pdf`, out.bytes); }
