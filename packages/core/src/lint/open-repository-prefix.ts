import { examplePod } from "./example-pod.js";
import { fieldPath, type LintRule } from "./lint-rule.js";

/** What somebody else can register: a host that goes on, or a repository that does. */
const goOn = (prefix: string): string =>
  prefix.includes("/") ? `${prefix}-evil/app:1.0` : `${prefix}.evil.example/app:1.0`;

/** A slash, or a tag or digest behind the last part of a name. */
const isClosed = (prefix: string): boolean => prefix.endsWith("/") || /[:@]/.test(prefix.replace(/^[^/]*/, ""));

/** What admits everything, or nothing that is meant, has findings of its own. */
const isAnotherMatter = (prefix: string): boolean => prefix === "" || prefix.includes("*");

/** `allowedRepos` compares character by character, so that a host or folder without a slash behind it is open at its end. */
export const openRepositoryPrefix: LintRule = {
  code: "open-repository-prefix",
  find: ({ policy }) =>
    listOf(policy.spec.policies["allowedRepos"]).flatMap((prefix, index) => {
      if (isClosed(prefix) || isAnotherMatter(prefix)) return [];
      const image = goOn(prefix);
      return [
        {
          message: `\`${prefix}\` also admits \`${image}\`: end it with a slash`,
          path: fieldPath("allowedRepos", index),
          evidence: { object: examplePod({ image }), outcome: "admitted" },
        },
      ];
    }),
};

const listOf = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);
