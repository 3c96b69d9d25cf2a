export { deckhouse } from "./deckhouse.js";
export type { DeckhouseOptions } from "./read-deckhouse.js";
