import type { RuleDescription } from "@ostiary/report";
import { CONTROL_TEXTS } from "./controls.js";

/** Describes a control for reports that carry descriptions of their rules; `undefined` for rules of another kind. */
export const describeControl = (id: string): RuleDescription | undefined => {
  const control = CONTROL_TEXTS.find((candidate) => candidate.id === id);
  if (control === undefined) return undefined;
  const facts = control.facts.map(({ name, lines }) => `- ${name}: ${escapeMarkdown(lines.join(" "))}`);
  return { summary: control.summary, description: [control.summary, "", ...facts].join("\n") };
};

const escapeMarkdown = (text: string): string => text.replace(/[\\`*_<[\]]/g, "\\$&");
