import type { ReadOptions as CoreReadOptions } from "@ostiary/core";
import type { DeckhouseOptions } from "@ostiary/core/deckhouse";
import type { GatekeeperOptions } from "@ostiary/gatekeeper";

/** How policies are read. Everything is optional. */
export interface ReadOptions extends CoreReadOptions, DeckhouseOptions {
  /** How Gatekeeper's templates and constraints are read and applied. */
  readonly gatekeeper?: GatekeeperOptions;
}
