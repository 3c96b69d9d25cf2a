import { goQuote, groupOf, ObjectView, Reading } from "@ostiary/rules";
import type { GatekeeperRelease } from "../gatekeeper-release.js";
import { fail, type Outcome, succeed } from "../outcome.js";
import type { ObjectSchema } from "../schema/object-schema.js";
import type { Template, TemplateCode } from "./template.js";

/** How a template is read. */
export interface ReadTemplateOptions {
  /** The release of Gatekeeper. Default: the newest known. */
  readonly release?: GatekeeperRelease;
}

/** The only target that Gatekeeper knows. */
export const TARGET = "admission.k8s.gatekeeper.sh";

/** The group of ConstraintTemplates. */
const TEMPLATE_GROUP = "templates.gatekeeper.sh";

/** Whether documents of a group and kind are ConstraintTemplates. */
export const isTemplate = ({ group, kind }: { readonly group: string; readonly kind: string }): boolean =>
  group === TEMPLATE_GROUP && kind === "ConstraintTemplate";

/**
 * Reads a ConstraintTemplate as Gatekeeper's client does, up to the compilation of its rule. Never throws.
 *
 * @source open-policy-agent/frameworks, constraint/pkg/client/client.go, AddTemplate
 */
export const readTemplate = (document: unknown, _options: ReadTemplateOptions = {}): Outcome<Template> => {
  const view = ObjectView.root(new Reading(), document, []);
  if (groupOf(view.string("apiVersion") ?? "") !== TEMPLATE_GROUP) return invalid("not a ConstraintTemplate");
  const name = view.object("metadata").string("name") ?? "";
  const spec = view.object("spec");
  const kind = spec.object("crd").object("spec").object("names").string("kind") ?? "";
  const [target, another] = spec.objects("targets");
  if (target === undefined || another !== undefined) return invalid("must declare exactly one target");
  const targetName = target.string("target") ?? "";
  if (targetName === "") return invalid("target name must not be empty");
  if (kind === "") return invalid(`ConstraintTemplate ${goQuote(name)} does not specify CRD Kind`);
  if (name.toLowerCase() !== kind.toLowerCase()) {
    return invalid(
      `the ConstraintTemplate's name ${goQuote(name)} is not equal to the lowercase of CRD's Kind: ${goQuote(kind.toLowerCase())}`,
    );
  }
  if (targetName !== TARGET) {
    return invalid(`target ${goQuote(targetName)} not recognized, known targets [${TARGET}]`);
  }
  const operations = target.strings("operations");
  return succeed({ name, kind, target: targetName, operations, code: readCode(target), schema: ANYTHING });
};

const invalid = (message: string): Outcome<never> => fail("invalid-template", `invalid ConstraintTemplate: ${message}`);

const readCode = (target: ObjectView): readonly TemplateCode[] => {
  const code = target.objects("code").map(
    (entry): TemplateCode => ({
      engine: entry.string("engine") ?? "",
      source: entry.raw("source"),
    }),
  );
  const rego = target.string("rego") ?? "";
  if (rego === "") return code;
  const older: TemplateCode = { engine: "Rego", source: { rego, version: "", libs: target.strings("libs") } };
  const index = code.findIndex(({ engine }) => engine === "Rego");
  return index < 0 ? [...code, older] : code.with(index, older);
};

const ANYTHING: ObjectSchema = { validate: () => [], unknownFields: () => [], applyDefaults: (object) => object };
