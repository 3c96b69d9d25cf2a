import {
  admit,
  answerResults,
  createClient,
  type GatekeeperClient,
  readAdmissionRequest,
  readExpansionTemplates,
  readMutators,
  readTemplate,
  reviewRequest,
  type Template,
  type ValidationAnswer,
} from "@ostiary/gatekeeper";
import { compare } from "../../compare.js";
import type { Outcome } from "../../suite.js";

/** A request about a resource of Gatekeeper, the templates in force, and the webhook's reply. */
export interface AdmissionLine {
  readonly templates?: readonly unknown[];
  readonly request: unknown;
  readonly namespaces?: readonly { readonly metadata: { readonly name: string } }[];
  readonly expect: { readonly response: ValidationAnswer };
}

/** Judges a request about one of Gatekeeper's own resources. */
export const judgeAdmission = (line: AdmissionLine): Outcome => {
  const { templates = [] } = line;
  const { client, templateFaults } = createClient({ templates, constraints: [], data: [] });
  const inForce = templates
    .filter((_, index) => templateFaults[index] === undefined)
    .map((value) => readTemplate(value));
  const byName = new Map(
    inForce.flatMap((read): [string, Template][] => (read.ok ? [[read.value.name, read.value]] : [])),
  );
  const request = readAdmissionRequest(line.request);
  const answer = admit(request, { findTemplate: (name) => byName.get(name) }) ?? reviewAsAnyObject(line, client);
  return compare({ ...answer }, { ...line.expect.response });
};

/** What is valid goes on to the policies. */
const reviewAsAnyObject = (line: AdmissionLine, client: GatekeeperClient): ValidationAnswer => {
  const outcome = reviewRequest(readAdmissionRequest(line.request), {
    client,
    expansion: { templates: readExpansionTemplates([]).templates, mutators: readMutators([]).mutators },
    findNamespace: (name) => line.namespaces?.find(({ metadata }) => metadata.name === name),
  });
  return outcome.ok ? answerResults(outcome.value) : { allowed: false, code: 500, message: outcome.error.message };
};
