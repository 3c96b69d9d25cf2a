const verified = "jwt: string, certificate: string -> result: boolean";
const authenticated = "jwt: string, secret: string -> result: boolean";
const digest = "x: string -> y: string";
const keyedDigest = "x: string, key: string -> y: string";

/**
 * Signatures of the builtins whose implementations are large: hosts may leave those out, the type checker knows all the same how
 * they are called.
 */
export const heavySignatures = {
  "crypto.md5": digest,
  "crypto.sha1": digest,
  "crypto.sha256": digest,
  "crypto.hmac.md5": keyedDigest,
  "crypto.hmac.sha1": keyedDigest,
  "crypto.hmac.sha256": keyedDigest,
  "crypto.hmac.sha512": keyedDigest,
  "crypto.hmac.equal": "mac1: string, mac2: string -> result: boolean",
  "crypto.x509.parse_certificates": "certs: string -> output: array[object[string: any]]",
  "crypto.x509.parse_and_verify_certificates": "certs: string -> output: [boolean, array[object[string: any]]]",
  "crypto.x509.parse_and_verify_certificates_with_options":
    "certs: string, options: object[string: any] -> output: [boolean, array[object[string: any]]]",
  "crypto.x509.parse_certificate_request": "csr: string -> output: object[string: any]",
  "crypto.x509.parse_keypair": "cert: string, pem: string -> output: object[string: any]",
  "crypto.x509.parse_rsa_private_key": "pem: string -> output: object[string: any]",
  "crypto.parse_private_keys": "keys: string -> output: array[object[string: any]]",
  "graphql.is_valid": "query: string|object[any: any], schema: string|object[any: any] -> output: boolean",
  "graphql.parse":
    "query: string|object[any: any], schema: string|object[any: any] -> output: [object[any: any], object[any: any]]",
  "graphql.parse_and_verify":
    "query: string|object[any: any], schema: string|object[any: any] -> output: [boolean, object[any: any], object[any: any]]",
  "graphql.parse_query": "query: string -> output: object[any: any]",
  "graphql.parse_schema": "schema: string -> output: object[any: any]",
  "graphql.schema_is_valid": "schema: string|object[any: any] -> output: boolean",
  "io.jwt.decode": "jwt: string -> output: [object[any: any], object[any: any], string]",
  "io.jwt.decode_verify":
    "jwt: string, constraints: object[string: any] -> output: [boolean, object[any: any], object[any: any]]",
  "io.jwt.encode_sign":
    "headers: object[string: any], payload: object[string: any], key: object[string: any] -> output: string",
  "io.jwt.encode_sign_raw": "headers: string, payload: string, key: string -> output: string",
  "io.jwt.verify_eddsa": verified,
  "io.jwt.verify_es256": verified,
  "io.jwt.verify_es384": verified,
  "io.jwt.verify_es512": verified,
  "io.jwt.verify_hs256": authenticated,
  "io.jwt.verify_hs384": authenticated,
  "io.jwt.verify_hs512": authenticated,
  "io.jwt.verify_ps256": verified,
  "io.jwt.verify_ps384": verified,
  "io.jwt.verify_ps512": verified,
  "io.jwt.verify_rs256": verified,
  "io.jwt.verify_rs384": verified,
  "io.jwt.verify_rs512": verified,
  "json.patch": "target: any, patches: array[{op: string, path: any, ...any: any}] -> output: any",
  "json.match_schema":
    "document: string|object[any: any], schema: string|object[any: any] -> output: [boolean, array[{desc: string, error: string, field: string, type: string}]]",
  "json.verify_schema": "schema: string|object[any: any] -> output: [boolean, null|string]",
  "providers.aws.sign_req":
    "request: object[string: any], aws_config: object[string: any], time_ns: number -> signed_request: object[any: any]",
  "regex.globs_match": "glob1: string, glob2: string -> result: boolean",
  "rego.parse_module": "filename: string, rego: string -> output: object[string: any]",
  "strings.render_template": "value: string, vars: object[string: any] -> result: string",
  "time.add_date": "ns: number, years: number, months: number, days: number -> output: number",
  "time.clock": "x: number|[number, string] -> output: [number, number, number]",
  "time.date": "x: number|[number, string] -> date: [number, number, number]",
  "time.diff":
    "ns1: number|[number, string], ns2: number|[number, string] -> output: [number, number, number, number, number, number]",
  "time.format": "x: number|[number, string]|[number, string, string] -> formatted timestamp: string",
  "time.now_ns": "-> now: number",
  "time.parse_duration_ns": "duration: string -> ns: number",
  "time.parse_ns": "layout: string, value: string -> ns: number",
  "time.parse_rfc3339_ns": "value: string -> ns: number",
  "time.weekday": "x: number|[number, string] -> day: string",
  "yaml.is_valid": "x: string -> result: boolean",
  "yaml.marshal": "x: any -> y: string",
  "yaml.unmarshal": "x: string -> y: any",
} as const satisfies Readonly<Record<string, string>>;

/** The name of a builtin whose implementation is large. */
export type HeavyName = keyof typeof heavySignatures;
