import { findIana, findIanaAliases, findWindows, WINDOWS_TO_IANA_MAP } from "windows-iana";
import { type Parsed, refused } from "../facts/schedules";

/** A time zone under both of its names. */
export interface TimeZone {
  /** The Windows id, which is all that Azure takes, such as `W. Europe Standard Time`. */
  readonly windowsId: string;
  /** The IANA name of the zone whose clock Windows follows under that id, such as `Europe/Berlin`. */
  readonly ianaName: string;
}

const windowsIds = new Map(WINDOWS_TO_IANA_MAP.map(({ windowsName }) => [windowsName.toLowerCase(), windowsName]));

/**
 * Reads the Windows id or the IANA name of a time zone, without regard to case. Windows has fewer zones: `Europe/Oslo`
 * is read as `W. Europe Standard Time` and then means what that means, the clock of `Europe/Berlin`.
 */
export function parseTimeZone(text: string): Parsed<{ readonly timeZone: TimeZone }> {
  const windowsId = windowsIds.get(text.toLowerCase()) ?? windowsIdOf(text);
  const [ianaName] = windowsId === undefined ? [] : findIana(windowsId);
  if (windowsId === undefined || ianaName === undefined) {
    return refused(
      `${JSON.stringify(text)} is no time zone of Windows, the only ones that Azure takes: write an id such as "W. Europe Standard Time", or an IANA name that stands for one, such as "Europe/Berlin"`,
    );
  }
  return { ok: true, timeZone: { windowsId, ianaName } };
}

function windowsIdOf(ianaName: string): string | undefined {
  const canonical = canonicalName(ianaName);
  if (canonical === undefined) return undefined;
  // Names change, and the two databases do not follow at once: Europe/Kyiv is Europe/Kiev in one of them.
  const names = [ianaName, canonical, ...findIanaAliases(canonical)];
  return names.flatMap((name) => findWindows(name))[0];
}

/** The name that the runtime's time zone database has for a zone; `undefined` for what is none. */
function canonicalName(ianaName: string): string | undefined {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: ianaName }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}
