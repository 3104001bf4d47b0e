import type { Flaw } from './broken-file.ts';
import { firstRepeat } from './framework.checks.ts';
import type { Framework } from './framework.schema.ts';
import type { Scheme } from './scheme.schema.ts';

/** What a scheme must hold to beyond its shape: everything it names has to exist. */

function* repeats(scheme: Scheme): Iterable<Flaw> {
  const lists = {
    components: scheme.components.map((component) => component.id),
    routes: scheme.routes.map((route) => route.id),
    profiles: scheme.profiles.map((profile) => profile.id),
    clocks: scheme.clocks.map((clock) => clock.id),
    'sampling.mandatory': scheme.sampling.mandatory.map((rule) => rule.id),
    'sampling.external.mandatory': scheme.sampling.external.mandatory.map((rule) => rule.id),
  };
  for (const [list, ids] of Object.entries(lists)) {
    const repeat = firstRepeat(ids);
    if (repeat < 0) continue;
    yield {
      field: `${list}[${repeat}].id`,
      problem: `is "${ids[repeat]}" for the second time`,
      remedy: 'give every entry an id of its own',
    };
  }
}

function* componentFlaws(scheme: Scheme, framework: Framework): Iterable<Flaw> {
  const areas = framework.areas.map((area) => area.id);
  const routes = scheme.routes.map((route) => route.id);
  for (const [index, component] of scheme.components.entries()) {
    const at = `components[${index}]`;
    for (const [place, area] of component.areas.entries()) {
      if (areas.includes(area)) continue;
      yield {
        field: `${at}.areas[${place}]`,
        problem: `is "${area}"`,
        remedy: `choose an area of ${framework.id} (${areas.join(', ')})`,
      };
    }
    if (component.route !== null && !routes.includes(component.route)) {
      yield {
        field: `${at}.route`,
        problem: `is "${component.route}"`,
        remedy: `choose a route of this scheme (${routes.join(', ')}) or null`,
      };
    }
  }
  for (const route of routes) {
    for (const area of areas) {
      const reached = scheme.components.some(
        (component) => (component.route === null || component.route === route) && component.areas.includes(area),
      );
      if (reached) continue;
      yield {
        field: 'components',
        problem: `leaves area ${area} unreached on the route "${route}"`,
        remedy: 'let at least one component of that route name the area',
      };
    }
  }
}

function* kindFlaws(scheme: Scheme, framework: Framework): Iterable<Flaw> {
  const letters = framework.kinds.map((kind) => kind.letter);
  const named = [...scheme.judgedKinds, ...scheme.coverageKinds];
  for (const list of ['judgedKinds', 'coverageKinds'] as const) {
    for (const [index, letter] of scheme[list].entries()) {
      if (letters.includes(letter)) continue;
      yield {
        field: `${list}[${index}]`,
        problem: `is "${letter}"`,
        remedy: `choose a kind of ${framework.id} (${letters.join(', ')})`,
      };
    }
  }
  for (const letter of letters) {
    if (named.filter((name) => name === letter).length === 1) continue;
    yield {
      field: 'judgedKinds and coverageKinds',
      problem: named.includes(letter) ? `name kind "${letter}" twice` : `leave kind "${letter}" out`,
      remedy: 'name every kind of the framework once in one of the two lists',
    };
  }
  const judgeable = framework.kinds.filter((kind) => kind.judged).map((kind) => kind.letter);
  for (const [index, letter] of scheme.judgedKinds.entries()) {
    if (judgeable.includes(letter)) continue;
    yield {
      field: `judgedKinds[${index}]`,
      problem: `is "${letter}", which ${framework.id} does not mark as judged`,
      remedy: 'move it to coverageKinds',
    };
  }
}

function* criticalFlaws(scheme: Scheme, framework: Framework): Iterable<Flaw> {
  const statements = framework.areas.flatMap((area) => area.statements);
  for (const [index, code] of scheme.critical.entries()) {
    const statement = statements.find((candidate) => candidate.code === code);
    if (!statement) {
      yield {
        field: `critical[${index}]`,
        problem: `is "${code}", which ${framework.id} does not have`,
        remedy: 'write the code of a judged statement of that framework',
      };
    } else if (!scheme.judgedKinds.includes(statement.kind)) {
      yield {
        field: `critical[${index}]`,
        problem: `is "${code}", which is not judged`,
        remedy: `write the code of a statement of kind ${scheme.judgedKinds.join(' or ')}`,
      };
    }
  }
  const repeat = firstRepeat(scheme.critical);
  if (repeat >= 0) {
    yield {
      field: `critical[${repeat}]`,
      problem: `is "${scheme.critical[repeat]}" for the second time`,
      remedy: 'name every critical statement once',
    };
  }
}

function* figureFlaws(scheme: Scheme): Iterable<Flaw> {
  for (const [index, point] of scheme.scale.entries()) {
    if (point.score === index) continue;
    yield {
      field: `scale[${index}].score`,
      problem: `is ${point.score}`,
      remedy: `write ${index}, since the scale counts up from 0`,
    };
  }
  const top = scheme.scale.length - 1;
  if (scheme.threshold < 1 || scheme.threshold > top) {
    yield {
      field: 'threshold',
      problem: `is ${scheme.threshold}`,
      remedy: `choose a score between 1 and ${top}`,
    };
  }
  if (scheme.sufficiency.fromScore > top) {
    yield {
      field: 'sufficiency.fromScore',
      problem: `is ${scheme.sufficiency.fromScore}`,
      remedy: `choose a score of the scale, 0 to ${top}`,
    };
  }
  if (scheme.sufficiency.methods > scheme.methods.length) {
    yield {
      field: 'sufficiency.methods',
      problem: `is ${scheme.sufficiency.methods}`,
      remedy: `ask for no more than the ${scheme.methods.length} listed methods`,
    };
  }
  for (const [index, profile] of scheme.profiles.entries()) {
    if (profile.lowestScore <= scheme.threshold) continue;
    yield {
      field: `profiles[${index}].lowestScore`,
      problem: `is ${profile.lowestScore}`,
      remedy: `choose a score up to the threshold, ${scheme.threshold}`,
    };
  }
  if (!scheme.profiles.some((profile) => profile.id === scheme.profile)) {
    yield {
      field: 'profile',
      problem: `is "${scheme.profile}"`,
      remedy: 'describe it in profiles or choose one that is described there',
    };
  }
}

/** Everything that is wrong with a scheme of the right shape, measured against its framework. */
export function* schemeFlaws(scheme: Scheme, framework: Framework): Iterable<Flaw> {
  if (scheme.framework !== framework.id) {
    yield {
      field: 'framework',
      problem: `is "${scheme.framework}"`,
      remedy: `write "${framework.id}", the framework that the scheme is read with`,
    };
  }
  yield* repeats(scheme);
  yield* figureFlaws(scheme);
  yield* kindFlaws(scheme, framework);
  yield* componentFlaws(scheme, framework);
  yield* criticalFlaws(scheme, framework);
}
