type Present<T> = {
  [Key in keyof T as null extends T[Key] ? never : undefined extends T[Key] ? never : Key]: T[Key];
} & {
  [Key in keyof T as null extends T[Key] ? Key : undefined extends T[Key] ? Key : never]?: NonNullable<
    T[Key]
  >;
};

/** The fields that have a value: what is not known is absent from an answer, neither null nor empty. */
export function compact<T extends object>(fields: T): Present<T> {
  const present: Record<string, unknown> = {};
  for (const name in fields) if (fields[name] != null) present[name] = fields[name];
  return present as Present<T>;
}
