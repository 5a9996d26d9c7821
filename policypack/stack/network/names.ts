/** A host name, or a family of names: `*` stands for any characters, `<region>` for some. */
interface Family {
  /** What every name of the family ends with. */
  readonly end: string;
  readonly isOne: boolean;
}

/**
 * Whether a target of Azure Firewall, such as `*.windowsupdate.com`, means every name of a host name or family of names:
 * `"some"` where it means part of the family, or that is not known.
 */
export function meansName(target: string, name: string): boolean | "some" {
  const wanted = familyOf(name);
  const [star, ...rest] = target.toLowerCase().split("*");
  const end = rest.join("*");
  if (star === undefined || rest.length === 0) {
    const given = target.toLowerCase();
    if (wanted.isOne) return given === wanted.end;
    return given.endsWith(wanted.end) ? "some" : false;
  }
  // Azure Firewall takes an asterisk at the left end alone; what another means is not documented.
  if (star !== "" || end.includes("*")) return "some";
  if (end === "") return true;
  if (wanted.end.endsWith(end)) return !wanted.isOne || wanted.end.length > end.length;
  return !wanted.isOne && end.endsWith(wanted.end) ? "some" : false;
}

/** Whether two host names may well lead to one address: they are the same, or of one registered domain. */
export function mayShareAddress(one: string, other: string): boolean {
  return domainOf(one) === domainOf(other);
}

function domainOf(name: string): string {
  return familyOf(name).end.split(".").slice(-2).join(".");
}

function familyOf(name: string): Family {
  const lower = name.toLowerCase();
  const last = Math.max(lower.lastIndexOf("*"), lower.lastIndexOf(">"));
  return { end: lower.slice(last + 1), isOne: last < 0 };
}
