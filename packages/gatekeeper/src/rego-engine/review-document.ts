import type { Json } from "@ostiary/core";
import { fromJson, type Value } from "@ostiary/rego";
import type { AdmissionRequest } from "../engine/admission-request.js";
import type { EngineReview } from "../engine/template-engine.js";
import { type GatekeeperRelease, isSince } from "../gatekeeper-release.js";
import { isFields, ownField, type WorkingFields } from "../mutation/working-value.js";
import { withDoubleNumbers } from "./double-numbers.js";

/** Fields of a request that are left out when they are empty. */
const OPTIONAL = ["subResource", "requestKind", "requestResource", "requestSubResource", "name", "namespace"] as const;

/**
 * What a rule sees as `input.review`: the request as JSON with its numbers as doubles. On DELETE the object is the one that is
 * deleted.
 *
 * @returns `undefined` when something in it is no JSON
 * @source open-policy-agent/frameworks, constraint/pkg/client/drivers/rego/driver.go, Query; gatekeeper, pkg/target/target.go
 */
export const reviewDocument = (review: EngineReview, release: GatekeeperRelease): Value | undefined => {
  const { request, namespaceObject } = review;
  const document: Record<string, Json> = {
    uid: request.uid,
    kind: { ...request.kind },
    resource: { ...request.resource },
    operation: request.operation,
    userInfo: request.userInfo,
    object: request.operation === "DELETE" ? request.oldObject : request.object,
    oldObject: request.oldObject,
    options: request.options,
  };
  for (const field of OPTIONAL) {
    const value = optionalField(request, field);
    if (value !== undefined) document[field] = value;
  }
  if (request.dryRun !== undefined) document["dryRun"] = request.dryRun;
  if (isSince(release, "3.22")) document["namespaceObject"] = describeNamespace(namespaceObject);
  // What is no JSON, such as a cycle, must be known before anybody walks through it.
  const value = fromJson(document);
  return value === undefined ? undefined : withDoubleNumbers(value);
};

const optionalField = (request: AdmissionRequest, field: (typeof OPTIONAL)[number]): Json | undefined => {
  const value = request[field];
  if (value === undefined || value === "") return undefined;
  return typeof value === "string" ? value : { ...value };
};

/** A Namespace as Go's type writes it: with `spec` and `status`, without maps that are empty. Without one an empty object. */
const describeNamespace = (namespace: Json | undefined): Json => {
  // What is no stand-in is JSON.
  const fields = namespace as WorkingFields | undefined;
  if (!isFields(fields)) return {};
  const metadata = ownField(fields, "metadata");
  return {
    // Without stand-ins it is JSON.
    ...(fields as { readonly [name: string]: Json }),
    ...(isFields(metadata) && { metadata: withoutEmptyMaps(metadata) }),
    spec: orEmpty(ownField(fields, "spec") as Json | undefined),
    status: orEmpty(ownField(fields, "status") as Json | undefined),
  };
};

const withoutEmptyMaps = (metadata: WorkingFields): Json =>
  Object.fromEntries(
    Object.entries(metadata).filter(
      ([name, value]) =>
        !(["labels", "annotations"].includes(name) && isFields(value) && Object.keys(value).length === 0),
    ),
    // Without stand-ins it is JSON.
  ) as Json;

const orEmpty = (value: Json | undefined): Json => value ?? {};
