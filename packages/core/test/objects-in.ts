/** Every object and list in a value, the value itself included, however deep. */
export const objectsIn = (value: unknown): ReadonlySet<object> => {
  const found = new Set<object>();
  const waiting: unknown[] = [value];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (typeof next !== "object" || next === null || found.has(next)) continue;
    found.add(next);
    for (const inner of Object.values(next)) waiting.push(inner);
  }
  return found;
};

/** Freezes a value through and through. */
export const deepFreeze = <Value>(value: Value): Value => {
  for (const object of objectsIn(value)) Object.freeze(object);
  return value;
};
