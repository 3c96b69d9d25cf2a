import { type BuiltinTable, createBuiltins, networkBuiltins } from "@ostiary/rego";
import type { ProviderAnswers } from "../mutation/external-data.js";
import { externalDataBuiltin } from "./external-data-builtin.js";

/** Thrown through an evaluation that asks for what the host has not given: it must not pass for a rule without result. */
export class HostFault extends Error {}

/** What of the functions of Rego is there. */
export interface BuiltinChoice {
  /** Those of the host. */
  readonly known: BuiltinTable;
  readonly disabled: readonly string[];
  /** Gives the answers of providers during a review; without it `external_data` is unknown. */
  readonly providers: (() => ProviderAnswers) | undefined;
}

/** The functions that templates may call: those known and `external_data`, but for those that are disabled. */
export const templateBuiltins = ({ known, disabled, providers }: BuiltinChoice): BuiltinTable => {
  const tables = [
    known,
    createBuiltins(networkBuiltins.map((builtin) => ({ ...builtin, call: () => refuseNetwork(builtin.name) }))),
    createBuiltins(providers === undefined ? [] : [externalDataBuiltin(providers)]),
  ];
  return new Map(tables.flatMap((table) => [...table]).filter(([name]) => !disabled.includes(name)));
};

const refuseNetwork = (name: string): never => {
  throw new HostFault(`${name} cannot be called: there is no network`);
};

/** What stands for a source that the host does not give. */
export const refuseSource = (name: string) => (): never => {
  throw new HostFault(`${name} cannot be known: no source of it was given`);
};
