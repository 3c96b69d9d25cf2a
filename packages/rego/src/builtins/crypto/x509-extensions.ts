import { decodeUtf8 } from "../text/utf8.js";
import { derTag } from "./der.js";
import { DerReader } from "./der-reader.js";
import { X509Fault } from "./x509-fault.js";
import { type GeneralNames, nameTag, noNames, readGeneralNames } from "./x509-general-names.js";
import { identifierText, type ObjectIdentifier } from "./x509-identifier.js";
import { type NameConstraints, noSubtrees, readNameConstraints } from "./x509-name-constraints.js";

/** An extension as it is written. */
export interface CertificateExtension {
  readonly identifier: ObjectIdentifier;
  readonly isCritical: boolean;
  readonly value: Uint8Array;
}

/** A policy of an issuer that stands for one of a subject. */
export interface PolicyMapping {
  readonly issuer: string;
  readonly subject: string;
}

/** What extensions say, as Go's structure keeps it. */
export interface ExtensionContents {
  readonly keyUsage: number;
  readonly hasBasicConstraints: boolean;
  readonly isAuthority: boolean;
  /** -1 when the constraints give none. */
  readonly maxPathLength: bigint;
  readonly names: GeneralNames;
  readonly constraints: NameConstraints;
  readonly areConstraintsCritical: boolean;
  readonly distributionPoints: readonly string[];
  readonly authorityKeyId: Uint8Array | undefined;
  readonly subjectKeyId: Uint8Array | undefined;
  readonly requireExplicitPolicy: bigint | undefined;
  readonly inhibitPolicyMapping: bigint | undefined;
  readonly inhibitAnyPolicy: bigint | undefined;
  readonly usages: readonly number[];
  readonly unknownUsages: readonly ObjectIdentifier[];
  readonly policies: readonly string[] | undefined;
  readonly policyMappings: readonly PolicyMapping[];
  readonly ocspServers: readonly string[];
  readonly issuerUrls: readonly string[];
  /** Critical extensions that are not understood. */
  readonly unhandled: readonly ObjectIdentifier[];
}

const nothing: ExtensionContents = {
  keyUsage: 0,
  hasBasicConstraints: false,
  isAuthority: false,
  maxPathLength: 0n,
  names: noNames,
  constraints: { permitted: noSubtrees, excluded: noSubtrees, hasOthers: false },
  areConstraintsCritical: false,
  distributionPoints: [],
  authorityKeyId: undefined,
  subjectKeyId: undefined,
  requireExplicitPolicy: undefined,
  inhibitPolicyMapping: undefined,
  inhibitAnyPolicy: undefined,
  usages: [],
  unknownUsages: [],
  policies: undefined,
  policyMappings: [],
  ocspServers: [],
  issuerUrls: [],
  unhandled: [],
};

/** What an extension says; nothing when it is not understood. */
type ExtensionReader = (extension: CertificateExtension) => Partial<ExtensionContents> | undefined;

/**
 * Reads what extensions say.
 *
 * @throws X509Fault when one is malformed
 */
export function readExtensions(extensions: readonly CertificateExtension[]): ExtensionContents {
  const parts: Partial<ExtensionContents>[] = [];
  const unhandled: ObjectIdentifier[] = [];
  for (const extension of extensions) {
    const part = readers.get(extension.identifier.text)?.(extension);
    if (part !== undefined) parts.push(part);
    if (extension.isCritical && !isUnderstood(part)) unhandled.push(extension.identifier);
  }
  return Object.assign({}, nothing, ...parts, { unhandled });
}

/** Names and constraints that are all of other kinds are not. */
function isUnderstood(part: Partial<ExtensionContents> | undefined): boolean {
  if (part?.names === undefined) return part !== undefined && part.constraints?.hasOthers !== true;
  return Object.values(part.names).some((list) => list.length > 0);
}

const keyUsage: ExtensionReader = ({ value }) => {
  const { bytes, length } = new DerReader(value).bits("x509: invalid key usage");
  let usage = 0;
  for (let bit = 0; bit < Math.min(9, length); bit += 1) {
    if (((bytes[bit >> 3] ?? 0) & (0x80 >> (bit & 7))) !== 0) usage |= 1 << bit;
  }
  return { keyUsage: usage };
};

const basicConstraints: ExtensionReader = ({ value }) => {
  const fault = "x509: invalid basic constraints";
  const sequence = new DerReader(value).sequence(fault);
  const isAuthority = sequence.has(derTag.boolean) && sequence.boolean(fault);
  const written = sequence.has(derTag.integer) ? sequence.smallInteger(fault) : undefined;
  if (written !== undefined && written < 0n) throw new X509Fault(fault);
  return { hasBasicConstraints: true, isAuthority, maxPathLength: written ?? -1n };
};

const nameConstraints: ExtensionReader = ({ value, isCritical }) => ({
  constraints: readNameConstraints(value),
  areConstraintsCritical: isCritical,
});

const distributionPoints: ExtensionReader = ({ value }) => {
  const urls: string[] = [];
  const fault = "x509: invalid CRL distribution point";
  for (const list = new DerReader(value).sequence(`${fault}s`); !list.isEmpty; ) {
    const names = list.sequence(fault).optional(0xa0, fault)?.inside(0xa0, fault);
    while (names?.has(nameTag.uri) === true) urls.push(decodeUtf8(names.element(nameTag.uri, fault).content));
  }
  return { distributionPoints: urls };
};

const authorityKeyId: ExtensionReader = ({ value, isCritical }) => {
  if (isCritical) throw new X509Fault("x509: authority key identifier incorrectly marked critical");
  const fault = "x509: invalid authority key identifier";
  const sequence = new DerReader(value).sequence(fault);
  return { authorityKeyId: sequence.has(0x80) ? sequence.element(0x80, fault).content : undefined };
};

const subjectKeyId: ExtensionReader = ({ value, isCritical }) => {
  if (isCritical) throw new X509Fault("x509: subject key identifier incorrectly marked critical");
  const identifier = new DerReader(value).element(derTag.octetString, "x509: invalid subject key identifier");
  return { subjectKeyId: identifier.content };
};

const policyConstraints: ExtensionReader = ({ value }) => {
  const fault = "x509: invalid policy constraints extension";
  const sequence = new DerReader(value).sequence(fault);
  return {
    requireExplicitPolicy: sequence.has(0x80) ? sequence.smallInteger(fault, 0x80) : undefined,
    inhibitPolicyMapping: sequence.has(0x81) ? sequence.smallInteger(fault, 0x81) : undefined,
  };
};

const extendedUsages: readonly string[] = [
  "2.5.29.37.0",
  ...Array.from({ length: 9 }, (_, index) => `1.3.6.1.5.5.7.3.${index + 1}`),
  ...["1.3.6.1.4.1.311.10.3.3", "2.16.840.1.113730.4.1", "1.3.6.1.4.1.311.2.1.22", "1.3.6.1.4.1.311.61.1.1"],
];

const extendedKeyUsage: ExtensionReader = ({ value }) => {
  const fault = "x509: invalid extended key usages";
  const [usages, unknownUsages]: [number[], ObjectIdentifier[]] = [[], []];
  for (const list = new DerReader(value).sequence(fault); !list.isEmpty; ) {
    const identifier = list.identifier(fault);
    const usage = extendedUsages.indexOf(identifier.text);
    if (usage < 0) unknownUsages.push(identifier);
    else usages.push(usage);
  }
  return { usages, unknownUsages };
};

const certificatePolicies: ExtensionReader = ({ value }) => {
  const fault = "x509: invalid certificate policies";
  const policies = new Set<string>();
  for (const list = new DerReader(value).sequence(fault); !list.isEmpty; ) {
    const text = identifierText(list.sequence(fault).element(derTag.oid, fault).content);
    if (text === undefined || policies.has(text)) throw new X509Fault(fault);
    policies.add(text);
  }
  return { policies: [...policies] };
};

const policyMappings: ExtensionReader = ({ value }) => {
  const fault = "x509: invalid policy mappings extension";
  const mappings: PolicyMapping[] = [];
  for (const list = new DerReader(value).sequence(fault); !list.isEmpty; ) {
    const pair = list.sequence(fault);
    const [issuer = "", subject = ""] = [1, 2].map(() => identifierText(pair.element(derTag.oid, fault).content));
    mappings.push({ issuer, subject });
  }
  return { policyMappings: mappings };
};

const inhibitAnyPolicy: ExtensionReader = ({ value }) => ({
  inhibitAnyPolicy: new DerReader(value).smallInteger("x509: invalid inhibit any policy extension"),
});

const authorityInformation: ExtensionReader = ({ value, isCritical }) => {
  if (isCritical) throw new X509Fault("x509: authority info access incorrectly marked critical");
  const fault = "x509: invalid authority info access";
  const [ocspServers, issuerUrls]: [string[], string[]] = [[], []];
  for (const list = new DerReader(value).sequence(fault); !list.isEmpty; ) {
    const description = list.sequence(fault);
    const { text } = description.identifier(fault);
    if (!description.has(nameTag.uri)) continue;
    const url = decodeUtf8(description.element(nameTag.uri, fault).content);
    if (text === "1.3.6.1.5.5.7.48.1") ocspServers.push(url);
    if (text === "1.3.6.1.5.5.7.48.2") issuerUrls.push(url);
  }
  return { ocspServers, issuerUrls };
};

/** The identifier of other names. */
export const alternativeNames = "2.5.29.17";

/** The identifier of name constraints. */
export const nameConstraintsIdentifier = "2.5.29.30";

const readers: ReadonlyMap<string, ExtensionReader> = new Map<string, ExtensionReader>([
  ["2.5.29.14", subjectKeyId],
  ["2.5.29.15", keyUsage],
  [alternativeNames, ({ value }) => ({ names: readGeneralNames(value) })],
  ["2.5.29.19", basicConstraints],
  [nameConstraintsIdentifier, nameConstraints],
  ["2.5.29.31", distributionPoints],
  ["2.5.29.32", certificatePolicies],
  ["2.5.29.33", policyMappings],
  ["2.5.29.35", authorityKeyId],
  ["2.5.29.36", policyConstraints],
  ["2.5.29.37", extendedKeyUsage],
  ["2.5.29.54", inhibitAnyPolicy],
  ["1.3.6.1.5.5.7.1.1", authorityInformation],
]);
