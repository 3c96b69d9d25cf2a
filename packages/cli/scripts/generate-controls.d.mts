import type { ControlText } from "../src/explain/controls.js";

/** What the generated file holds. */
export declare const generateControls: () => readonly ControlText[];
