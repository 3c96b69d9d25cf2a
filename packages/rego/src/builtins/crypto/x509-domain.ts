/**
 * Whether a text may be the name of a domain.
 *
 * @param use - `constraint`: it may begin with a dot
 */
export function isDomain(text: string, use: "name" | "constraint"): boolean {
  const name = use === "constraint" && text.startsWith(".") ? text.slice(1) : text;
  if (text === "") return true;
  return !text.endsWith(".") && /^[!-~]*$/.test(name) && name.split(".").every((label) => label !== "");
}

/** Whether all labels of a name have visible characters of ASCII. */
export const hasVisibleLabels = (text: string): boolean => text === "" || /^[!--/-~]+(?:\.[!--/-~]+)*$/.test(text);

/** A mailbox: what is before and after its last sign. */
export interface Mailbox {
  readonly local: string;
  readonly domain: string;
}

const quoted = /^"((?:[^"\\]|\\.)*)"@(.*)$/s;
const plain = /^((?:\\.|[\w!#$%&'*+/=?^`{|}~.-])+)@(.*)$/s;

/** Reads a mailbox as RFC 2821 writes it; undefined when the text is none. */
export function readMailbox(text: string): Mailbox | undefined {
  const isQuoted = text.startsWith('"');
  const [, written, domain] = (isQuoted ? quoted : plain).exec(text) ?? [];
  if (written === undefined || domain === undefined || !hasVisibleLabels(domain)) return undefined;
  if (isQuoted && !hasQuotable(written)) return undefined;
  const local = written.replace(/\\(.)/gs, "$1");
  return !isQuoted && /^\.|\.$|\.\./.test(local) ? undefined : { local, domain };
}

/** Line ends cannot stand in quotes, tabs only escaped. */
function hasQuotable(text: string): boolean {
  const unescaped = text.replace(/\\./gs, "");
  return !/[\0\n\r\u0080-\uffff]/.test(text) && !unescaped.includes("\t");
}
