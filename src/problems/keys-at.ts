/** The keys that a schema takes at `path`, as far as its shape tells. */
export function keysAt(schema: unknown, path: readonly PropertyKey[]): string[] {
  let current: unknown = schema;
  for (const step of path) current = stepInto(unwrap(current), step);
  const holder = unwrap(current);
  const shape = property(holder, 'shape');
  if (shape && typeof shape === 'object') return Object.keys(shape);
  const names = property(property(property(holder, 'def'), 'keyType'), 'options');
  return Array.isArray(names) ? names.map(String) : [];
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
