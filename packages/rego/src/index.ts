export type { Value } from "./value/value.js";
