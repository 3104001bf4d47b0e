import * as fc from 'fast-check';
import type { z } from 'zod';

type Schema = z.core.JSONSchema._JSONSchema;

/** Text as people never write it: empty, long, with control characters, halves of characters, markup and paths. */
const odd = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom('', '\u0000', '\ud800', '../../etc/passwd', '<svg onload=alert(1)>', "' or 1=1 --", '%00', '{{7*7}}'),
  fc.integer({ min: 301, max: 25_000 }).map((length) => 'x'.repeat(length)),
);

/**
 * Values that fit a JSON schema, or nearly: ids are often those of real records, text is often odd, and now and then
 * something of another sort stands where a value belongs.
 */
export function arbitraryOf(schema: Schema, real: readonly string[]): fc.Arbitrary<unknown> {
  const wrong = fc.oneof(fc.anything({ maxDepth: 2 }), odd);
  return fc.oneof({ weight: 20, arbitrary: fitting(schema, real) }, { weight: 1, arbitrary: wrong });
}

function fitting(schema: Schema, real: readonly string[]): fc.Arbitrary<unknown> {
  if (typeof schema === 'boolean') return fc.anything();
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return fc.oneof(...choices.map((choice) => arbitraryOf(choice, real)));
  switch (schema.type) {
    case 'object':
      return objectOf(schema, real);
    case 'array': {
      const item = Array.isArray(schema.items) ? {} : (schema.items ?? {});
      return fc.array(arbitraryOf(item, real), { maxLength: 6 });
    }
    case 'string':
      return textOf(schema, real);
    case 'integer':
    case 'number':
      return fc.oneof(fc.integer({ min: 0, max: 9 }), fc.integer(), fc.double());
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      return fc.anything({ maxDepth: 2 });
  }
}

function objectOf(
  { properties = {}, required = [], additionalProperties }: Exclude<Schema, boolean>,
  real: readonly string[],
): fc.Arbitrary<unknown> {
  const fields = Object.fromEntries(
    Object.entries(properties).map(([name, field]) => [name, arbitraryOf(field, real)]),
  );
  const record = fc.record(fields, { requiredKeys: required.filter((name) => Object.hasOwn(fields, name)) });
  if (typeof additionalProperties !== 'object') return record;
  return fc.dictionary(fc.string({ maxLength: 8 }), arbitraryOf(additionalProperties, real), { maxKeys: 4 });
}

function textOf({ format, pattern }: Exclude<Schema, boolean>, real: readonly string[]): fc.Arbitrary<string> {
  if (format === 'uuid') return fc.uuid();
  if (format === 'date')
    return fc.date({ min: new Date('1900'), max: new Date('2100'), noInvalidDate: true }).map(dayOf);
  if (format === 'email') return fc.emailAddress();
  if (pattern === undefined) return fc.oneof(fc.string({ maxLength: 60 }), odd);
  const matching = /\(\?[=!<]/.test(pattern) ? odd : fc.stringMatching(new RegExp(pattern));
  return real.length === 0 ? matching : fc.oneof(matching, fc.constantFrom(...real));
}

const dayOf = (date: Date) => date.toISOString().slice(0, 10);
