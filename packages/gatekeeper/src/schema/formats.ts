import { isCidr, isIpv4, isIpv6, isMacAddress } from "./address-formats.js";
import { isCreditCard, isIsbn10, isIsbn13 } from "./checksum-formats.js";
import { isRequestUri } from "./go-url.js";
import { isDate, isDateTime, isDuration } from "./time-formats.js";

type Format = (text: string) => boolean;

const matching =
  (pattern: RegExp): Format =>
  (text) =>
    pattern.test(text);

const isShorter =
  (limit: number, format: Format): Format =>
  (text) =>
    text.length <= limit && format(text);

const HOST_NAME =
  /^([a-zA-Z0-9\p{S}\p{L}](-?[a-zA-Z0-9\p{S}\p{L}]{0,62})?|(?:[a-zA-Z0-9\p{S}\p{L}](?:[a-zA-Z0-9\-\p{S}\p{L}]{0,61}[a-zA-Z0-9\p{S}\p{L}])?\.)+[a-zA-Z\p{L}]{2,63})$/u;

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

const isHostName: Format = (text) =>
  text.length <= 255 &&
  HOST_NAME.test(text) &&
  bytesOf(text) <= 255 &&
  text.split(".").every((label) => bytesOf(label) <= 63);

/** An address with or without the name of whose it is; addresses are short. */
const EMAIL =
  /^(?:(?:[^<>@",;:\\[\]()]|"(?:[^"\\]|\\.)*")*<)?(?:[A-Za-z0-9!#$%&'*+/=?^_`{|}~\-\u0080-\uffff]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~\-\u0080-\uffff]+)*|"(?:[^"\\]|\\.)*")@(?:[A-Za-z0-9!#$%&'*+/=?^_`{|}~\-\u0080-\uffff]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~\-\u0080-\uffff]+)*|\[[^[\]\\]*\])>?$/;

const isEmail: Format = (text) =>
  text.length <= 1000 && EMAIL.test(text.trim()) && text.includes("<") === text.trim().endsWith(">");

const BYTE = String.raw`(?:0|[1-9]\d?|1\d\d?|2[0-4]\d|25[0-5])`;
const RGB_COLOR = new RegExp(`^rgb\\(\\s*${BYTE}\\s*,\\s*${BYTE}\\s*,\\s*${BYTE}\\s*\\)$`);

/** Groups of four; the engine would count groups on its stack. */
const isBase64: Format = (text) => text !== "" && text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text);

const SHORT_NAME = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?$/;

const isShortName: Format = (text) => text.length <= 63 && SHORT_NAME.test(text);

const isLongName: Format = (text) => text.length <= 253 && text.split(".").every((part) => SHORT_NAME.test(part));

/**
 * The formats of texts that a cluster knows, by their names without hyphens.
 *
 * @source k8s.io/kube-openapi, pkg/validation/strfmt; github.com/asaskevich/govalidator
 */
export const FORMATS: ReadonlyMap<string, Format> = new Map([
  ["bsonobjectid", matching(/^[0-9a-fA-F]{24}$/)],
  ["uri", isRequestUri],
  ["email", isEmail],
  ["hostname", isHostName],
  ["ipv4", isIpv4],
  ["ipv6", isIpv6],
  ["cidr", isCidr],
  ["mac", isMacAddress],
  ["uuid", matching(/^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i)],
  ["uuid3", matching(/^[0-9a-f]{8}-?[0-9a-f]{4}-?3[0-9a-f]{3}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i)],
  ["uuid4", matching(/^[0-9a-f]{8}-?[0-9a-f]{4}-?4[0-9a-f]{3}-?[89ab][0-9a-f]{3}-?[0-9a-f]{12}$/i)],
  ["uuid5", matching(/^[0-9a-f]{8}-?[0-9a-f]{4}-?5[0-9a-f]{3}-?[89ab][0-9a-f]{3}-?[0-9a-f]{12}$/i)],
  ["isbn", (text) => isIsbn10(text) || isIsbn13(text)],
  ["isbn10", isIsbn10],
  ["isbn13", isIsbn13],
  ["creditcard", isCreditCard],
  ["ssn", isShorter(11, matching(/^\d{3}[- ]\d{2}[- ]\d{4}$/))],
  ["hexcolor", matching(/^#?([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$/)],
  ["rgbcolor", isShorter(1000, matching(RGB_COLOR))],
  ["byte", isBase64],
  ["password", () => true],
  ["date", isDate],
  ["duration", isDuration],
  ["datetime", isDateTime],
  ["k8sshortname", isShortName],
  ["k8slongname", isLongName],
]);
