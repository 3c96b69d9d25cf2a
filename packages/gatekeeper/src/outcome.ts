/** What went wrong: a name for programs, and the real engine's words where it has any. */
export interface Fault {
  /** A stable name, e.g. `unexpected-token`. */
  readonly code: string;
  /** One line for people. */
  readonly message: string;
}

/** A result, or why there is none. */
export type Outcome<Value, Error = Fault> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: Error };

export const succeed = <Value>(value: Value): { readonly ok: true; readonly value: Value } => ({ ok: true, value });

export const fail = (code: string, message: string): { readonly ok: false; readonly error: Fault } => ({
  ok: false,
  error: { code, message },
});
