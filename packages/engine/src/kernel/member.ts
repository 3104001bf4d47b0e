/** The record's own member under a key; never one that every object inherits, such as `constructor`. */
export function member<Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
