/** What reading a text gave: its meaning, or one sentence that says what is wrong with it and what is allowed. */
export type Parsed<T> = ({ readonly ok: true } & T) | { readonly ok: false; readonly error: string };

/** A text that could not be read. */
export const refused = (error: string) => ({ ok: false, error }) as const;

/** The error of a {@link Parsed}; `undefined` where there is none. */
export const errorOf = (parsed: Parsed<unknown>): string | undefined => (parsed.ok ? undefined : parsed.error);
