import type { Context, Frame, Run } from "./context.js";

/** A condition that has at most one solution: it binds what it binds and answers whether it holds. */
export type Test = (frame: Frame, context: Context) => boolean;

/** One step of a body: a test, or a search that runs the rest of the body for each of its solutions. */
export type Step = { readonly test: Test } | { readonly search: (next: Run) => Run };
