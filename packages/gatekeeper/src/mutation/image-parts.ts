import { goQuote } from "@ostiary/rules";
import { fail, type Outcome, succeed } from "../outcome.js";

/** An image reference in three parts, of which each may be empty. */
export interface ImageParts {
  readonly domain: string;
  readonly path: string;
  /** With its leading `:` or `@`; a tag and a digest together are one part. */
  readonly tag: string;
}

/**
 * Takes an image reference apart. Nothing is added, and what is no valid reference has parts too.
 *
 * @source gatekeeper, pkg/mutation/mutators/assignimage/imageparser.go
 */
export const splitImage = (reference: string): ImageParts => {
  const slash = reference.indexOf("/");
  const first = reference.slice(0, Math.max(0, slash));
  const domain = first === "localhost" || /[.:]/.test(first) ? first : "";
  const rest = domain === "" ? reference : reference.slice(slash + 1);
  const end = rest.search(/[:@]/);
  return end < 0 ? { domain, path: rest, tag: "" } : { domain, path: rest.slice(0, end), tag: rest.slice(end) };
};

/** Puts an image reference together again. */
export const joinImage = ({ domain, path, tag }: ImageParts): string =>
  `${domain === "" ? "" : `${domain}/`}${path}${tag}`;

/** Replaces those parts of an image reference that are given and not empty. */
export const replaceParts = (reference: string, parts: ImageParts): string => {
  const { domain, path, tag } = splitImage(reference);
  return joinImage({ domain: parts.domain || domain, path: parts.path || path, tag: parts.tag || tag });
};

const LOCALHOST = /^localhost(?::[0-9]+)?$/;
const DOMAIN = /^\w[\w-]*\.[\w.-]*\w(?::[0-9]+)?$/;
const TAG = /^:\w[\w.-]{0,127}$/;
const DIGEST = /^@[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9A-Fa-f]{32,}$/;
/** Words between separators: one of `.`, `_`, `/`, or `__`, or hyphens. */
const PATH = /^[a-z0-9]+(?:(?:[._/]|__|-+)[a-z0-9]+)*$/;

/**
 * Checks the parts of an AssignImage. The rules make sure that the parts of the result are the parts given, so that assigning
 * them again changes nothing.
 *
 * @param parts - empty ones are not given
 */
export const checkParts = (parts: ImageParts): Outcome<ImageParts> => {
  const { domain, path, tag } = parts;
  if (domain === "" && path === "" && tag === "") {
    return fail("missing-components", "at least one of [assignDomain, assignPath, assignTag] must be set");
  }
  if (domain !== "" && !DOMAIN.test(domain) && !LOCALHOST.test(domain)) {
    const rule = "must be a fully-qualified domain name or localhost";
    return fail("invalid-domain", `assignDomain ${goQuote(domain)} ${rule}`);
  }
  if (path !== "" && !PATH.test(path)) {
    return fail("invalid-path", `assignPath ${goQuote(path)} must be a valid docker image path`);
  }
  if (tag !== "" && !TAG.test(tag) && !DIGEST.test(tag)) {
    const rule = "must be a valid docker image tag or digest starting with ':' or '@'";
    return fail("invalid-tag", `assignTag ${goQuote(tag)} ${rule}`);
  }
  if (domain === "" && splitImage(path).domain !== "") {
    const rule = `assignDomain must be set if the first part of assignPath ${goQuote(path)}`;
    return fail("domain-like-path", `${rule} can be interpretted as part of a domain`);
  }
  return succeed(parts);
};
