import { objectKeys } from "../../value/collection.js";
import { RegoSet } from "../../value/set.js";
import { toText } from "../../value/text.js";
import type { ObjectValue, Value } from "../../value/value.js";
import type { BuiltinContext } from "../builtin.js";
import type { BuiltinDefinition } from "../builtin-definition.js";
import type { Operands } from "../operands.js";
import { addressText, parseIp } from "./ip-address.js";

/**
 * Builtins that need a network. `http.send` checks its operand and then refuses; a host registers it where policies mock it, or
 * puts its own in its place. `net.lookup_ip_addr` asks the host for the addresses of names.
 */
export const networkBuiltins: readonly BuiltinDefinition[] = [
  { name: "http.send", signature: "request: object[string: any] -> response: object[any: any]", call: send },
  { name: "net.lookup_ip_addr", signature: "name: string -> addrs: set[string]", call: lookUp },
];

const required = ["method", "url"];

const optional = [
  ["body", "enable_redirect", "force_json_decode", "force_yaml_decode", "headers", "raw_body"],
  ["tls_use_system_certs", "tls_ca_cert", "tls_ca_cert_file", "tls_ca_cert_env_variable", "tls_client_cert"],
  ["tls_client_cert_file", "tls_client_cert_env_variable", "tls_client_key", "tls_client_key_file"],
  ["tls_client_key_env_variable", "tls_insecure_skip_verify", "tls_server_name", "timeout", "cache"],
  ["force_cache", "force_cache_duration_seconds", "raise_error", "caching_mode", "max_retry_attempts"],
  ["cache_ignored_headers"],
];

function send(operands: Operands): never {
  checkRequestKeys(operands.object(1), operands);
  throw operands.fault("is not available: there is no network");
}

/** Checks that a request has no unknown keys and lacks none that it needs. */
export function checkRequestKeys(request: ObjectValue, operands: Operands): void {
  const keys = objectKeys(request);
  const allowed = new Set<Value>([...required, ...optional.flat()]);
  const unknown = keys.filter((key) => !allowed.has(key));
  if (unknown.length > 0) throw operands.typeFault(`operand 1 invalid request parameters(s): ${setText(unknown)}`);
  const missing = required.filter((name) => !keys.includes(name));
  if (missing.length > 0)
    throw operands.typeFault(`operand 1 missing required request parameters(s): ${setText(missing)}`);
}

const setText = (members: readonly Value[]): string => toText(new RegoSet(members));

function lookUp(operands: Operands, context: BuiltinContext): RegoSet {
  const name = operands.string(1);
  const address = parseIp(name);
  if (address !== undefined) return new RegoSet([addressText(address)]);
  if (context.lookUp === undefined) throw operands.fault("is not available: there is no network");
  const addresses = context.lookUp(name);
  if (addresses.length === 0) throw operands.fault(`lookup ${name}: no such host`);
  return new RegoSet(addresses);
}
