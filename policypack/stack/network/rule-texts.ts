import { NotKnown, type Properties } from "../properties";
import { attempt } from "../three-valued";

/** A text of a rule, such as an address prefix, read on its own, so that one unknown text hides no other. */
export interface RuleText {
  readonly path: string;
  text(): string;
}

/** The texts of a rule in one property, or in several that Azure takes together: a text or a list of texts each. */
export function textsOf(settings: Properties, lists: readonly string[], single?: string): readonly RuleText[] {
  const texts = lists.flatMap((list) => {
    const apart = attempt(() => settings.textsApart(list));
    return apart instanceof NotKnown ? [{ path: apart.property, text: refuse(apart) }] : apart;
  });
  if (single === undefined) return texts;
  const value = attempt(() => settings.text(single) ?? "");
  if (value === "") return texts;
  const text = value instanceof NotKnown ? refuse(value) : () => value;
  return [{ path: settings.pathOf(single), text }, ...texts];
}

function refuse(unknown: NotKnown): () => string {
  return () => {
    throw unknown;
  };
}
