import { type ClientOptions as ChosenOptions, createClient as createClientOf } from "../client/create-client.js";
import type { ClientDocuments, LoadedClient } from "../client/gatekeeper-client.js";
import { schemaRules } from "../schema-rules/kubernetes-schema-rules.js";
import { enginesOf } from "./engines-of.js";

/** How templates and constraints are loaded. Everything is optional; the engines are by default those of the release. */
export type ClientOptions = Partial<ChosenOptions>;

/**
 * Loads templates, then constraints, then data, each in the order given, as a cluster does when they are made. What is refused
 * is left out and hinders nothing else; a later template or constraint of a name replaces the earlier one. Never throws.
 *
 * @source open-policy-agent/frameworks, constraint/pkg/client/client.go
 */
export const createClient = (documents: ClientDocuments, options: ClientOptions = {}): LoadedClient =>
  createClientOf(documents, { schemaRules: schemaRules(), ...options, engines: options.engines ?? enginesOf(options) });
