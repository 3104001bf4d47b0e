import type { AppraisalProfile } from './appraisal.schema.ts';
import type { Flaw } from './broken-file.ts';
import { firstRepeat } from './framework.checks.ts';
import type { Framework } from './framework.schema.ts';
import type { Scheme } from './scheme.schema.ts';

/** What an appraisal profile must hold to beyond its shape: everything it names has to exist. */

function* levelFlaws({ levels }: AppraisalProfile): Iterable<Flaw> {
  for (const [index, { level }] of levels.entries()) {
    if (level === index + 1) continue;
    yield {
      field: `levels[${index}].level`,
      problem: `is ${level}`,
      remedy: `write ${index + 1}, since levels count up from 1`,
    };
  }
}

function* elementFlaws({ elements }: AppraisalProfile, framework: Framework): Iterable<Flaw> {
  for (const [index, { area, kinds }] of elements.entries()) {
    const at = `elements[${index}]`;
    const found = framework.areas.find(({ id }) => id === area);
    if (!found) {
      yield {
        field: `${at}.area`,
        problem: `is "${area}"`,
        remedy: `choose an area of ${framework.id} (${framework.areas.map(({ id }) => id).join(', ')})`,
      };
      continue;
    }
    const held = framework.kinds
      .map(({ letter }) => letter)
      .filter((letter) => found.statements.some(({ kind }) => kind === letter));
    for (const [place, kind] of kinds.entries()) {
      if (held.includes(kind)) continue;
      yield {
        field: `${at}.kinds[${place}]`,
        problem: `is "${kind}"`,
        remedy: `choose a kind of which ${area} has statements (${held.join(', ')})`,
      };
    }
    const repeat = firstRepeat(kinds);
    if (repeat >= 0) {
      yield {
        field: `${at}.kinds[${repeat}]`,
        problem: `is "${kinds[repeat]}" for the second time`,
        remedy: 'name every kind of an area once',
      };
    }
  }
  const repeat = firstRepeat(elements.map(({ area }) => area));
  if (repeat >= 0) {
    yield {
      field: `elements[${repeat}].area`,
      problem: `is "${elements[repeat]?.area}" for the second time`,
      remedy: 'list all elements of an area together',
    };
  }
}

function* outlineFlaws({ elements, outline }: AppraisalProfile, framework: Framework): Iterable<Flaw> {
  const letters = framework.kinds.map(({ letter }) => letter);
  for (const list of ['jobDescription', 'personSpecification'] as const) {
    for (const [index, kind] of outline[list].entries()) {
      if (letters.includes(kind)) continue;
      yield {
        field: `outline.${list}[${index}]`,
        problem: `is "${kind}"`,
        remedy: `choose a kind of ${framework.id} (${letters.join(', ')})`,
      };
    }
  }
  const named = [...outline.jobDescription, ...outline.personSpecification];
  const repeat = firstRepeat(named);
  if (repeat >= 0) {
    yield {
      field: 'outline',
      problem: `names kind "${named[repeat]}" twice`,
      remedy: 'name every kind once in one of the two lists',
    };
  }
  for (const kind of new Set(elements.flatMap(({ kinds }) => kinds))) {
    if (named.includes(kind)) continue;
    yield {
      field: 'outline',
      problem: `leaves kind "${kind}" out`,
      remedy: 'name every kind that is appraised in one of the two lists',
    };
  }
}

/** Everything that is wrong with an appraisal profile of the right shape, measured against its framework. */
export function* appraisalFlaws(profile: AppraisalProfile, framework: Framework): Iterable<Flaw> {
  if (profile.framework !== framework.id) {
    yield {
      field: 'framework',
      problem: `is "${profile.framework}"`,
      remedy: `write "${framework.id}", the framework that the profile is read with`,
    };
  }
  yield* levelFlaws(profile);
  yield* elementFlaws(profile, framework);
  yield* outlineFlaws(profile, framework);
  const repeat = firstRepeat(profile.clocks.map(({ id }) => id));
  if (repeat >= 0) {
    yield {
      field: `clocks[${repeat}].id`,
      problem: `is "${profile.clocks[repeat]?.id}" for the second time`,
      remedy: 'give every entry an id of its own',
    };
  }
}

/**
 * What a scheme of accreditation must hold to besides: a level that is expected of somebody is the score they have to
 * reach, so the scale has to reach every level.
 */
export function* accreditationFlaws(scheme: Scheme, profile: AppraisalProfile): Iterable<Flaw> {
  const top = scheme.scale.length - 1;
  if (top < profile.levels.length) {
    yield {
      field: 'scale',
      problem: `ends at ${top}`,
      remedy: `let it reach ${profile.levels.length}, the highest level of ${profile.id}`,
    };
  }
}
