const document = "object[any: any]";
const named = "object[string: any]";
const source = `string|${document}`;
const certificates = `array[${named}]`;
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
  "crypto.x509.parse_certificates": `certs: string -> output: ${certificates}`,
  "crypto.x509.parse_and_verify_certificates": `certs: string -> output: [boolean, ${certificates}]`,
  "crypto.x509.parse_and_verify_certificates_with_options": `certs: string, options: ${named} -> output: [boolean, ${certificates}]`,
  "crypto.x509.parse_certificate_request": `csr: string -> output: ${named}`,
  "crypto.x509.parse_keypair": `cert: string, pem: string -> output: ${named}`,
  "crypto.x509.parse_rsa_private_key": `pem: string -> output: ${named}`,
  "crypto.parse_private_keys": `keys: string -> output: ${certificates}`,
  "graphql.is_valid": `query: ${source}, schema: ${source} -> output: boolean`,
  "graphql.parse": `query: ${source}, schema: ${source} -> output: [${document}, ${document}]`,
  "graphql.parse_and_verify": `query: ${source}, schema: ${source} -> output: [boolean, ${document}, ${document}]`,
  "graphql.parse_query": `query: string -> output: ${document}`,
  "graphql.parse_schema": `schema: string -> output: ${document}`,
  "graphql.schema_is_valid": `schema: ${source} -> output: boolean`,
  "io.jwt.decode": `jwt: string -> output: [${document}, ${document}, string]`,
  "io.jwt.decode_verify": `jwt: string, constraints: ${named} -> output: [boolean, ${document}, ${document}]`,
  "io.jwt.encode_sign": `headers: ${named}, payload: ${named}, key: ${named} -> output: string`,
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
  "json.match_schema": `document: ${source}, schema: ${source} -> output: [boolean, array[{desc: string, error: string, field: string, type: string}]]`,
  "json.verify_schema": `schema: ${source} -> output: [boolean, null|string]`,
  "providers.aws.sign_req": `request: ${named}, aws_config: ${named}, time_ns: number -> signed_request: ${document}`,
  "strings.render_template": `value: string, vars: ${named} -> result: string`,
  "yaml.is_valid": "x: string -> result: boolean",
  "yaml.marshal": "x: any -> y: string",
  "yaml.unmarshal": "x: string -> y: any",
} as const satisfies Readonly<Record<string, string>>;

/** The name of a builtin whose implementation is large. */
export type HeavyName = keyof typeof heavySignatures;
