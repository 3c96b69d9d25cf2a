export { type FieldPath, formatFieldPath } from "./field-path.js";
export type { ContainerList, ContainerRef, Finding, Json } from "./rule.js";
export type { Read } from "./subject/reading.js";
