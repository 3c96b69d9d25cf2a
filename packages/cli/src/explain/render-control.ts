import { indent, setInColumns } from "./columns.js";
import type { ControlText } from "./controls.js";

/** Marks a heading. */
export type Emphasis = (text: string) => string;

const HELP = "https://kubernetes.io/docs/concepts/security/pod-security-standards/";

/** Says what a control asks, with a passing and a failing example. */
export const renderControl = (control: ControlText, emphasize: Emphasis): string =>
  [
    `${emphasize(control.id)} (${control.level}, since ${control.since})`,
    control.summary,
    "",
    ...setInColumns(control.facts),
    "",
    emphasize("A pod that passes:"),
    indent(control.passing),
    emphasize("A pod that fails:"),
    indent(control.failing),
    `  ${control.message}`,
    "",
    `${HELP}#${control.level}`,
    "",
  ].join("\n");
