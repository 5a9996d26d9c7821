import type { NotCheckable } from "./not-checkable";

/** What is easily taken for a missing prerequisite, or judged wrongly, and the way in which this pack is right about it. */
export type NotFlagged = NotCheckable;

/**
 * Rows of the list of prerequisites that say how others must be judged, or what must not be asked for. Each has a test
 * that holds the rules to it; none has a finding of its own. Their codes are taken, so that no rule ever gets them.
 */
export const notFlagged: readonly NotFlagged[] = [];
