import type { FieldText } from "../src/explain/fields.js";

/** What the generated file holds. */
export declare const generateFields: () => readonly FieldText[];
