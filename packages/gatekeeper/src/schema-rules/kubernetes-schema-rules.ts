import { type CelEnvironment, kubernetesEnvironment } from "../cel/environment.js";
import type { SchemaRules } from "../schema/schema-rules.js";
import { ruleErrors } from "./rule-errors.js";
import { compileNode, hasRules } from "./rule-node.js";
import { RuleRun } from "./rule-run.js";

/**
 * Runs the rules in `x-kubernetes-validations` as Kubernetes 1.36 does. What a rule costs is counted when it is evaluated; what
 * it might cost at most is not estimated.
 */
export const schemaRules = (): SchemaRules => {
  let made: CelEnvironment | undefined;
  // Few schemas have rules: functions and types are gathered for the first of them.
  const environment = (): CelEnvironment => {
    made ??= kubernetesEnvironment();
    return made;
  };
  return {
    findErrors: (schema, path) => ruleErrors(schema, { path, uncorrelated: undefined }, environment),
    compile: (schema) => {
      const node = hasRules(schema) ? compileNode(schema, schema, environment) : undefined;
      return (value, path) => {
        if (node === undefined) return [];
        const run = new RuleRun();
        run.judge(node, value, path);
        return run.errors;
      };
    },
  };
};
