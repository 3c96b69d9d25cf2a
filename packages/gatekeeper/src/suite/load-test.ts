import { createClient } from "../all-engines/create-client.js";
import type { GatekeeperClient } from "../client/gatekeeper-client.js";
import type { TemplateEngine } from "../engine/template-engine.js";
import { createObjectExpander, type ObjectExpander } from "../expansion/object-expander.js";
import { fail, type Outcome, succeed } from "../outcome.js";
import type { GatorTest } from "./gator-suite.js";
import { readSuiteConstraint, readSuiteExpansions, readSuiteTemplate } from "./suite-documents.js";
import type { SuiteFiles } from "./suite-files.js";

/** A test whose template and constraint are ready. */
export interface LoadedTest {
  readonly client: GatekeeperClient;
  /** Absent when nothing is expanded. */
  readonly expander: ObjectExpander | undefined;
}

/** Loads template and constraint of a test. The message tells the first fault, in gator's words. */
export const loadTest = (
  { template, constraint }: Pick<GatorTest, "template" | "constraint">,
  { files, engines }: { readonly files: SuiteFiles; readonly engines: readonly TemplateEngine[] },
): Outcome<Pick<LoadedTest, "client">> => {
  const templateDocument = readSuiteTemplate(files, template);
  if (!templateDocument.ok) return templateDocument;
  const templates = [templateDocument.value];
  const [templateFault] = createClient({ templates, constraints: [], data: [] }, { engines }).templateFaults;
  if (templateFault !== undefined) return fail(templateFault.code, `adding template: ${templateFault.message}`);
  const constraintDocument = readSuiteConstraint(files, constraint);
  if (!constraintDocument.ok) return constraintDocument;
  const { client, constraintFaults } = createClient(
    { templates, constraints: [constraintDocument.value], data: [] },
    { engines },
  );
  const [constraintFault] = constraintFaults;
  return constraintFault === undefined ? succeed({ client }) : { ok: false, error: constraintFault };
};

/** Loads the ExpansionTemplates of a test; `undefined` when it names none. */
export const loadExpander = (
  path: string,
  { files, id }: { readonly files: SuiteFiles; readonly id?: string },
): Outcome<ObjectExpander | undefined> => {
  if (path === "") return succeed(undefined);
  const documents = readSuiteExpansions(files, path);
  return documents.ok ? createObjectExpander(documents.value, id) : documents;
};
