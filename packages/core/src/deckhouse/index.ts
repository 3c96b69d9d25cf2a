export type { Regex, RegexEngine, RegexFault } from "@ostiary/rules/deckhouse";
export { deckhouse } from "./deckhouse.js";
export type { DeckhouseOptions } from "./read-deckhouse.js";
