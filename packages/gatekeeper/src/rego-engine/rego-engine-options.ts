import type { Limits, Module, Observer, PrintedLine } from "@ostiary/rego";
import type { GatekeeperRelease } from "../gatekeeper-release.js";

/** How rules in Rego are run. Everything is optional. */
export interface RegoEngineOptions {
  /** The release of Gatekeeper. Default: the newest known. */
  readonly release?: GatekeeperRelease;
  /** Functions of Rego that templates may not call: their use is an error of the template. Default: none. */
  readonly disabledBuiltins?: readonly string[];
  /** Whether `external_data` is known; it answers from the canned answers of a review. Default `disabled`. */
  readonly externalData?: "enabled" | "disabled";
  /** What one review of one template may consume. Default: what no decision of an admission reaches. */
  readonly limits?: Partial<Limits>;
  /** Receives the lines of `print`. Without it they are removed, as in Gatekeeper. */
  readonly print?: (line: PrintedLine) => void;
  /** Nanoseconds since 1970. Without it a rule that asks for the time fails. */
  readonly now?: () => bigint;
  /** Numbers from 0 inclusive to 1 exclusive. Without it a rule that asks for one fails. */
  readonly random?: () => number;
  /** Random UUIDs. Without it a rule that asks for one fails. */
  readonly uuid?: () => string;
  /**
   * Is told of every rule that is compiled, with the kind of its constraints and its modules, and gives who watches its
   * evaluations. They take longer for it.
   */
  readonly watch?: (kind: string, modules: readonly Module[]) => Observer;
  /** Whether violations tell which fields of the object their rule has read. Default `inferred`. */
  readonly places?: "inferred" | "none";
}
