import { type BuiltinTable, createBuiltins, networkBuiltins } from "@ostiary/rego";
import type { ProviderAnswers } from "../mutation/external-data.js";
import { externalDataBuiltin } from "./external-data-builtin.js";

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
    createBuiltins(networkBuiltins.map((builtin) => ({ ...builtin, call: refuseNetwork }))),
    createBuiltins(providers === undefined ? [] : [externalDataBuiltin(providers)]),
  ];
  return new Map(tables.flatMap((table) => [...table]).filter(([name]) => !disabled.includes(name)));
};

// What ends in another error than `BuiltinFault` ends the evaluation: it must not pass for a rule without result.

const refuseNetwork = (): never => {
  throw new Error("there is no network");
};

/** What stands for a source that the host does not give. */
export const refuseSource = (name: string) => (): never => {
  throw new Error(`${name} cannot be known: no source of it was given`);
};
