import type { RuleDescription } from "@ostiary/report";
import { CONTROL_TEXTS } from "./controls.js";
import { FIELD_TEXTS } from "./fields.js";

/**
 * Describes a rule for reports that carry descriptions of their rules.
 *
 * @param id - the id of a control, the name of a field or the kind of a constraint, whatever bears the name
 * @returns `undefined` for rules of another kind
 */
export const describeRule = (id: string): RuleDescription | undefined => {
  const texts = [
    ...CONTROL_TEXTS.filter((control) => control.id === id),
    ...FIELD_TEXTS.filter((field) => field.id === id || field.constraint === id),
  ];
  if (texts.length === 0) return undefined;
  const summary = texts.map((text) => text.summary).join(" ");
  return { summary, description: texts.map(describeText).join("\n\n") };
};

const describeText = ({ summary, facts }: Pick<(typeof FIELD_TEXTS)[number], "summary" | "facts">): string => {
  const lines = facts.map(({ name, lines: text }) => `- ${name}: ${escapeMarkdown(text.join(" "))}`);
  return [escapeMarkdown(summary), "", ...lines].join("\n");
};

const escapeMarkdown = (text: string): string => text.replace(/[\\`*_<[\]]/g, "\\$&");
