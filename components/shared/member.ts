/** The property path of a member of a map, as Pulumi writes it: quoted where it is no plain word. */
export function member(path: string, name: string): string {
  return /^[A-Za-z_]\w*$/.test(name) ? `${path}.${name}` : `${path}[${JSON.stringify(name)}]`;
}
