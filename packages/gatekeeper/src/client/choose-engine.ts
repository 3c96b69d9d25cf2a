import type { TemplateEngine } from "../engine/template-engine.js";
import { fail, type Outcome, succeed } from "../outcome.js";
import type { Template, TemplateCode } from "../template/template.js";

/** An engine, and the code that it is to run. */
export interface ChosenCode {
  readonly engine: TemplateEngine;
  readonly source: TemplateCode["source"];
}

/**
 * Chooses the code of a template that is run: that of the first engine there is code for. There is no other when it does not
 * compile.
 *
 * @param engines - those that there are, in order of preference
 * @source open-policy-agent/frameworks, constraint/pkg/client/client.go, driverForTemplate
 */
export const chooseEngine = ({ code }: Template, engines: readonly TemplateEngine[]): Outcome<ChosenCode> => {
  for (const engine of engines) {
    const found = code.find((entry) => entry.engine === engine.name);
    if (found !== undefined) return succeed({ engine, source: found.source });
  }
  const available = engines.map(({ name }, index) => `${name}:${index + 1}`).sort();
  return fail(
    "no-engine",
    `no language driver is installed that handles this constraint template: available drivers: map[${available.join(" ")}], wanted ""`,
  );
};
