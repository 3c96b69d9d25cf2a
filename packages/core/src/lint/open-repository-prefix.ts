import { examplePod } from "./example-pod.js";
import { fieldPath, type LintRule } from "./lint-rule.js";

/** What somebody else can register: a host that goes on, or a repository that does. */
const goOn = (prefix: string): string =>
  prefix.includes("/") ? `${prefix}-evil/app:1.0` : `${prefix}.evil.example/app:1.0`;

/** `allowedRepos` compares character by character, so that a host or folder without a slash behind it is open at its end. */
export const openRepositoryPrefix: LintRule = {
  code: "open-repository-prefix",
  find: ({ policy }) =>
    listOf(policy.spec.policies["allowedRepos"]).flatMap((prefix, index) => {
      if (prefix.endsWith("/") || /[:@]/.test(prefix.replace(/^[^/]*/, ""))) return [];
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
