import { objectEntries, property } from "../../value/collection.js";
import { isArray, isObjectValue, type ObjectValue, type Value } from "../../value/value.js";
import { readUri } from "../encoding/uri-reference.js";
import { SchemaFault } from "./json-schema-model.js";

/** The rules that a schema is read by; `any`: it does not say, so that those of all drafts count. */
export type Draft = 4 | 6 | 7 | "any";

const drafts: ReadonlyMap<string, Draft> = new Map<string, Draft>([
  ["http://json-schema.org/draft-04/schema", 4],
  ["http://json-schema.org/draft-06/schema", 6],
  ["http://json-schema.org/draft-07/schema", 7],
]);

/** The draft that a schema document names; undefined when it names none that is known. */
export function draftOf(document: Value): Draft | undefined {
  if (typeof document === "boolean") return undefined;
  if (!isObjectValue(document)) throw new SchemaFault("schema is invalid");
  const name = property(document, "$schema");
  if (name === undefined) return undefined;
  if (typeof name !== "string") throw new SchemaFault("$schema must be of type string");
  return drafts.get(withoutEmptyFragment(name));
}

/** A schema that a reference leads to. */
export interface PooledSchema {
  readonly node: Value;
  /** The address that references inside are relative to. */
  readonly base: string;
  readonly draft: Draft | undefined;
}

/** The parts of a schema document that references lead to. */
export class SchemaPool {
  readonly #schemas = new Map<string, PooledSchema>();

  /** Makes a document and its parts with identifiers known. */
  add(document: Value): void {
    const draft = draftOf(document);
    const pending: PooledSchema[] = [{ node: document, base: "", draft }];
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      const { node } = next;
      if (isArray(node)) pending.push(...node.map((member) => ({ node: member, base: "", draft })));
      if (isObjectValue(node)) this.#addObject(node, next, pending);
    }
    this.#schemas.set("", { node: document, base: "", draft });
  }

  #addObject(node: ObjectValue, { base, draft }: PooledSchema, pending: PooledSchema[]): void {
    const inner = this.#register(node, base, draft);
    for (const [keyword, value] of objectEntries(node)) {
      if (keyword === "const" || keyword === "enum") continue;
      if (!isMapOfSchemas(keyword)) pending.push({ node: value, base: inner, draft });
      else if (isObjectValue(value))
        for (const [, member] of objectEntries(value)) pending.push({ node: member, base: inner, draft });
    }
  }

  #register(node: ObjectValue, base: string, draft: Draft | undefined): string {
    const name = property(node, "id") ?? property(node, "$id");
    if (typeof name !== "string") return base;
    const address = this.resolve(name, base);
    if (this.#schemas.has(address)) throw new SchemaFault(`Reference already exists: "${address}"`);
    this.#schemas.set(address, { node, base: address, draft });
    return address;
  }

  /** The address that references inside a schema are relative to. */
  baseOf(node: ObjectValue, draft: Draft, base: string): string {
    const keyword = draft === 4 || (draft === "any" && property(node, "id") !== undefined) ? "id" : "$id";
    const name = property(node, keyword);
    if (name === undefined) return base;
    if (typeof name !== "string") throw new SchemaFault(`Invalid type. Expected: string, given: ${keyword}`);
    return this.resolve(name, base);
  }

  /** The address of a reference from a place. */
  resolve(reference: string, base: string): string {
    const reading = readUri(reference);
    if (!reading.ok) throw new SchemaFault(reading.message);
    if (reading.uri.scheme !== "") return withoutEmptyFragment(reference);
    const document = withoutFragment(base);
    if (reference.startsWith("#") || reference === "") return withoutEmptyFragment(document + reference);
    const folder = reference.startsWith("/") ? "" : document.slice(0, document.lastIndexOf("/") + 1) || "/";
    return withoutEmptyFragment(folder + reference);
  }

  /** @throws SchemaFault when nothing has that address */
  find(address: string): PooledSchema {
    const known = this.#schemas.get(address);
    if (known !== undefined) return known;
    const document = this.#schemas.get(withoutFragment(address));
    if (document !== undefined) return { ...document, node: follow(fragmentOf(address), document.node) };
    if (!/^[A-Za-z][\w+.-]*:/.test(address)) throw new SchemaFault(`Reference ${address} must be canonical`);
    throw new SchemaFault(`reference ${address} leads to a document that is not available in this engine`);
  }
}

/** Keywords whose members are schemas under any name. */
const isMapOfSchemas = (keyword: Value): boolean =>
  keyword === "properties" || keyword === "dependencies" || keyword === "patternProperties";

const withoutFragment = (address: string): string => address.split("#", 1)[0] ?? "";

const withoutEmptyFragment = (address: string): string => (address.endsWith("#") ? address.slice(0, -1) : address);

function fragmentOf(address: string): string {
  const reading = readUri(address);
  if (!reading.ok) throw new SchemaFault(reading.message);
  return reading.uri.fragment;
}

/** Follows a JSON pointer; a fragment that is none means the whole document. */
function follow(pointer: string, document: Value): Value {
  if (!pointer.startsWith("/")) return document;
  let node = document;
  for (const token of pointer.slice(1).split("/")) node = step(token, node);
  return node;
}

function step(token: string, node: Value): Value {
  const name = token.replaceAll("~1", "/").replaceAll("~0", "~");
  if (isArray(node)) {
    if (!/^[+-]?\d+$/.test(token)) throw new SchemaFault(`Invalid array index '${name}'`);
    const item = node[Number(token)];
    if (item === undefined) throw new SchemaFault(`Out of bound array[0,${node.length}] index '${Number(token)}'`);
    return item;
  }
  if (!isObjectValue(node)) throw new SchemaFault(`Invalid token reference '${name}'`);
  const member = property(node, name);
  if (member === undefined) throw new SchemaFault(`Object has no key '${name}'`);
  return member;
}
