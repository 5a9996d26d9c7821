/** A property path of Pulumi: names, and places in lists. The name `*` stands for every name or place. */
export type PropertyPath = readonly (string | number)[];

/**
 * Reads a property path as Pulumi's engine does (sdk/go/common/resource/properties_path.go in pulumi/pulumi): names after
 * dots, and names in quotes, places in lists or `*` in brackets. `undefined` for a text that the engine cannot read, or
 * that names nothing: as an option of a resource, it has no effect.
 */
export function parsePropertyPath(text: string): PropertyPath | undefined {
  const steps: (string | number)[] = [];
  // A dot may stand before a bracket, which old providers write.
  const step =
    /(?:(?<dot>\.)?\[(?:"(?<quoted>(?:\\"|[^"])*)"|(?<any>\*)|(?<place>-?\d+))\]|(?<dotted>\.?)(?<name>[^.[]+))/y;
  while (step.lastIndex < text.length) {
    const isFirst = step.lastIndex === 0;
    const { dot, dotted, quoted, any, place, name } = step.exec(text)?.groups ?? {};
    const found = quoted?.replaceAll('\\"', '"') ?? any ?? (place === undefined ? name : Number(place));
    // The path begins with a name or a bracket, and a name follows another after a dot.
    if (found === undefined || (isFirst && (dot ?? dotted)) || (!isFirst && name !== undefined && !dotted)) {
      return undefined;
    }
    steps.push(found);
  }
  return steps.length === 0 ? undefined : steps;
}

/** Whether one of two paths leads to the other or into it, so that both are about some property in common. */
export function overlap(one: PropertyPath, other: PropertyPath): boolean {
  return one.every((step, index) => {
    const counterpart = other[index];
    return counterpart === undefined || step === counterpart || step === "*" || counterpart === "*";
  });
}
