import { join } from "node:path";
import {
  type AdmissionRequest,
  createClient,
  createInventory,
  type GatekeeperClient,
  inventoryPath,
  isAdmissionReview,
  type Json,
  objectRequest,
  readAdmissionReview,
  regoEngine,
} from "@ostiary/gatekeeper";
import { canonicalJson } from "../canonical-json.js";
import { compare } from "../compare.js";
import { readJsonLines } from "../json-lines.js";
import { type CaseFile, caseEachLine, type Outcome, type Suite } from "../suite.js";

/** An object judged by one constraint of the library. */
interface Line {
  readonly name: string;
  readonly template: string;
  /** The id of the constraint. */
  readonly constraint: string;
  readonly engine: "Rego" | "K8sNativeValidation";
  readonly object: Json;
  /** Ids of inventories. */
  readonly inventory?: readonly string[];
  readonly expect?: readonly unknown[];
  /** The object was refused before any policy ran. */
  readonly error?: string;
}

/** A client, and the ids of the inventories that cases before have loaded into it. */
interface TestClient {
  readonly client: GatekeeperClient;
  readonly seen: Set<string>;
}

/** The templates, constraints and inventories that the cases name. */
class Library {
  private readonly clients = new Map<string, TestClient>();
  private readonly templates: ReadonlyMap<string, unknown>;
  private readonly constraints: ReadonlyMap<string, unknown>;
  private readonly inventories: ReadonlyMap<string, readonly unknown[]>;

  constructor(folder: string) {
    const read = <Entry>(file: string): readonly Entry[] => readJsonLines<Entry>(join(folder, file));
    this.templates = new Map(
      read<{ name: string; template: unknown }>("templates.jsonl").map(({ name, template }) => [name, template]),
    );
    this.constraints = new Map(
      read<{ id: string; constraint: unknown }>("constraints.jsonl").map(({ id, constraint }) => [id, constraint]),
    );
    this.inventories = new Map(
      read<{ id: string; objects: readonly unknown[] }>("inventories.jsonl").map(({ id, objects }) => [id, objects]),
    );
  }

  /**
   * Reviews a request with the client of the test. Objects that a case before has loaded are removed again, but the levels of
   * `data.inventory` that they were in stay, empty.
   */
  review(line: Line, request: AdmissionRequest): ReturnType<GatekeeperClient["review"]> {
    const { client, seen } = this.clientFor(line);
    for (const id of line.inventory ?? []) seen.add(id);
    const inventory = createInventory(this.objectsIn(line.inventory ?? []));
    const document = withEmptyLevels(inventory.document, this.objectsIn([...seen]));
    return client.review({
      request,
      source: "Original",
      enforcementPoint: "gator.gatekeeper.sh",
      inventory: { ...inventory, document },
    });
  }

  private objectsIn(ids: readonly string[]): readonly unknown[] {
    return ids.flatMap((id) => this.inventories.get(id) ?? []);
  }

  /** Each client is made once. */
  private clientFor({ template, constraint, engine }: Line): TestClient {
    const key = [template, constraint, engine].join(" ");
    const known = this.clients.get(key);
    if (known !== undefined) return known;
    const { client, ...faults } = createClient(
      { templates: [this.templates.get(template)], constraints: [this.constraints.get(constraint)], data: [] },
      engine === "Rego" ? { engines: [regoEngine()] } : {},
    );
    const fault = Object.values(faults)
      .flat()
      .find((one) => one !== undefined);
    if (fault !== undefined) throw new Error(`${template}: ${fault.message}`);
    const made = { client, seen: new Set<string>() };
    this.clients.set(key, made);
    return made;
  }
}

type Level = { readonly [name: string]: Json };

/** A copy of an inventory with a level for each object, whether the object is there or not. */
const withEmptyLevels = (document: Json, objects: readonly unknown[]): Json => {
  let root = document as Level;
  for (const object of objects) {
    const path = inventoryPath(object);
    if (path.ok) root = withLevel(root, path.value.slice(0, -1));
  }
  return root;
};

const withLevel = (level: Level, [name, ...rest]: readonly string[]): Level =>
  name === undefined ? level : { ...level, [name]: withLevel((level[name] ?? {}) as Level, rest) };

const judge = (line: Line, library: Library): Outcome => {
  const request = requestOf(line.object);
  if (request === undefined) return compare({ refused: true }, { refused: line.error !== undefined });
  const outcome = library.review(line, request);
  if (!outcome.ok) return compare({ error: outcome.error.message }, { error: line.error });
  const results = outcome.value.map(({ message, details, enforcementAction, scopedActions }) => ({
    message,
    // The collection leaves out what is null.
    details: details ?? undefined,
    enforcementAction,
    scopedActions,
  }));
  return compare({ results: sorted(results) }, { results: line.expect && sorted(line.expect) });
};

const sorted = (results: readonly unknown[]): readonly string[] => results.map(canonicalJson).sort();

/** An AdmissionReview is reviewed as the request in it; `undefined` for one that cannot be decoded. */
const requestOf = (object: Json): AdmissionRequest | undefined => {
  if (!isAdmissionReview(object)) return objectRequest(object);
  const read = readAdmissionReview(object);
  return read.ok ? read.value : undefined;
};

const NO_CASES: CaseFile = { names: /^(templates|constraints|inventories)\.jsonl$/, list: () => [] };

/** The templates of Gatekeeper's public library: what they say of their samples, and of variants of these. */
export const gatekeeperLibrary: Suite = {
  name: "gatekeeper-library",
  files: (folder): readonly CaseFile[] => {
    let library: Library | undefined;
    const list = caseEachLine<Line>(
      ({ name, engine }) => `${name} ${engine}`,
      (line) => {
        library ??= new Library(folder);
        return judge(line, library);
      },
    );
    return [NO_CASES, { names: /^cases\.jsonl$/, list }];
  },
};
