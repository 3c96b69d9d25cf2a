import { isWebAddress } from "./web-address.js";

/** What a rule is about, for people. */
export interface RuleDescription {
  /** One sentence. */
  readonly summary: string;
  /** What the rule asks, and why; Markdown. */
  readonly description: string;
}

/** A rule as its violations name it. */
interface Rule {
  readonly id: string;
  readonly reason: string | undefined;
  readonly help: string | undefined;
}

/** The rules that results refer to by their position. */
export interface RuleIndex {
  /** Adds a rule, unless it is there already, and returns its position. */
  add(rule: Rule): number;
  /** All rules, as SARIF describes them. */
  list(): readonly unknown[];
}

/** Creates an index without rules. */
export const createRuleIndex = (
  describe: (rule: string) => RuleDescription | undefined = () => undefined,
): RuleIndex => {
  const positions = new Map<string, number>();
  const rules: unknown[] = [];
  return {
    add: (rule) => {
      const known = positions.get(rule.id);
      if (known !== undefined) return known;
      positions.set(rule.id, rules.length);
      return rules.push(describeRule(rule, describe(rule.id))) - 1;
    },
    list: () => rules,
  };
};

const describeRule = ({ id, reason, help }: Rule, description: RuleDescription | undefined) => {
  const summary = description?.summary ?? reason ?? id;
  const text = description?.description ?? summary;
  const link = help !== undefined && isWebAddress(help) ? help : undefined;
  return {
    id,
    shortDescription: { text: summary },
    fullDescription: { text },
    help: {
      text: link === undefined ? text : `${text}\n\nSee ${link}`,
      markdown: link === undefined ? text : `${text}\n\nSee <${link}>`,
    },
    ...(link !== undefined && { helpUri: link }),
    properties: { tags: ["security", "kubernetes"] },
  };
};
