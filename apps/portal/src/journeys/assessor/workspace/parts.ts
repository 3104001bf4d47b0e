import type { ReviewView } from '../../../shared/marking/view.ts';
import type { Wording } from '../../../shared/marking/wording.ts';

/** The parts of a review in the order in which they are usually done. */
const parts = ['standards', 'gates', 'coverage', 'seal'] as const;
export type Part = (typeof parts)[number];

/** The parts in which there is something to do for this marker; the seal always. */
export function partsOf({ standards, gates, areas }: Wording): readonly Part[] {
  const asked = {
    standards: standards.length > 0,
    gates: gates.length > 0,
    coverage: areas.some(({ covered }) => covered.length > 0),
    seal: true,
  };
  return parts.filter((part) => asked[part]);
}

export interface Progress {
  readonly label: string;
  readonly says: string;
}

export function progressOf(view: ReviewView, { standards, areas, gates }: Wording): Record<Part, Progress> {
  const covered = areas.flatMap((area) => area.covered);
  const of = (done: number, all: number) => `${done} of ${all}`;
  return {
    standards: {
      label: 'Standards',
      says: of(standards.filter((code) => view.judgements[code] !== undefined).length, standards.length),
    },
    gates: { label: 'Gates', says: of(gates.filter(({ id }) => view.gates[id] !== undefined).length, gates.length) },
    coverage: {
      label: 'Coverage',
      says: of(covered.filter(({ code }) => view.coverage[code] !== undefined).length, covered.length),
    },
    seal: { label: 'Seal', says: view.status === 'sealed' ? 'sealed' : '' },
  };
}

export interface PlaceSearch {
  readonly part?: Part;
  readonly standard?: string;
}

export function placeFrom(search: Record<string, unknown>): PlaceSearch {
  const part = parts.find((one) => one === search['part']);
  const standard = search['standard'];
  return { ...(part !== undefined && { part }), ...(typeof standard === 'string' && { standard }) };
}
