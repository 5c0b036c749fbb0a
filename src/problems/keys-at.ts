/** The keys that a schema takes at `path`, as far as its shape tells. */
export function keysAt(schema: unknown, path: readonly PropertyKey[]): string[] {
  const shape = property(unwrap(schemaAt(schema, path)), 'shape');
  return shape && typeof shape === 'object' ? Object.keys(shape) : [];
}

/** The schema at `path` within another, as far as its shape tells. */
export const schemaAt = (schema: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((current, step) => stepInto(unwrap(current), step), schema);

function stepInto(schema: unknown, step: PropertyKey): unknown {
  const definition = property(schema, 'def');
  const shape = property(schema, 'shape');
  if (shape) return property(shape, step);
  return property(definition, 'element') ?? property(definition, 'valueType');
}

/** The schema inside defaults, optionals and transforms. */
function unwrap(schema: unknown): unknown {
  const inner = insideOf(schema);
  return inner === undefined ? schema : unwrap(inner);
}

/** What a default, an optional or a transform is wrapped around. */
export function insideOf(schema: unknown): unknown {
  const definition = property(schema, 'def');
  return property(definition, 'innerType') ?? property(definition, 'in');
}

function property(value: unknown, key: PropertyKey): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}
