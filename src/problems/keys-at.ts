/** The keys that a schema takes at `path`, as far as its shape tells. */
export function keysAt(schema: unknown, path: readonly PropertyKey[]): string[] {
  let current: unknown = schema;
  for (const step of path) current = stepInto(unwrap(current), step);
  const shape = property(unwrap(current), 'shape');
  return shape && typeof shape === 'object' ? Object.keys(shape) : [];
}

function stepInto(schema: unknown, step: PropertyKey): unknown {
  const definition = property(schema, 'def');
  const shape = property(schema, 'shape');
  if (shape) return property(shape, step);
  return property(definition, 'element') ?? property(definition, 'valueType');
}

/** The schema inside defaults, optionals and transforms. */
function unwrap(schema: unknown): unknown {
  const definition = property(schema, 'def');
  const inner = property(definition, 'innerType') ?? property(definition, 'in');
  return inner === undefined ? schema : unwrap(inner);
}

function property(value: unknown, key: PropertyKey): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}
