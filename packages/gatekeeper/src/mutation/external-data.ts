import { formatFieldPath, ObjectView, Reading, type TypeFault } from "@ostiary/rules";
import { goTypeName } from "./go-value.js";
import type { Placeholder } from "./working-value.js";

/** What a provider of external data has answered; or the error of the connection. */
export type ProviderAnswer =
  | {
      readonly response: {
        readonly idempotent?: boolean;
        readonly systemError?: string;
        readonly items?: readonly { readonly key: string; readonly value?: unknown; readonly error?: string }[];
      };
    }
  | { readonly transportError: string };

/** Answers of providers, by their names. */
export type ProviderAnswers = Readonly<Record<string, ProviderAnswer>>;

type Answer = { readonly text: string } | { readonly error: string };

/**
 * Replaces placeholders by what providers have answered, and collects the errors of those whose failure policy is `Fail`.
 *
 * @source gatekeeper, pkg/mutation/system_external_data.go
 */
export class ExternalDataResolver {
  private readonly errors = new Set<string>();
  private readonly providers = new Map<string, (key: string) => Answer>();

  constructor(private readonly answers: ProviderAnswers) {}

  /** The text for a placeholder; empty where an error is noted instead. */
  resolve({ source, key }: Placeholder): string {
    const answer = this.provider(source.provider)(key);
    if ("text" in answer) return answer.text;
    if (source.failurePolicy === "UseDefault") return source.default;
    if (source.failurePolicy === "Ignore") return key;
    if (source.failurePolicy === "Fail") this.errors.add(answer.error);
    return "";
  }

  /** Why the whole mutation fails; `undefined` when it does not. */
  get fault(): string | undefined {
    const errors = [...this.errors];
    return errors.length > 1 ? `[${errors.join(", ")}]` : errors[0];
  }

  private provider(name: string): (key: string) => Answer {
    const known = this.providers.get(name) ?? readProvider(name, this.answers);
    this.providers.set(name, known);
    return known;
  }
}

const readProvider = (name: string, answers: ProviderAnswers): ((key: string) => Answer) => {
  const view = ObjectView.root(new Reading(), answers, []);
  const answer = view.optional(name);
  const error =
    answer === undefined ? `failed to find external data provider ${name} in responses` : refuse(name, answer);
  if (error !== undefined) return () => ({ error });
  const items = view.object(name).object("response").objects("items");
  const byKey = new Map(items.map((item) => [item.string("key") ?? "", item]));
  const [fault] = view.reading.faults;
  return fault === undefined ? (key) => readItem(name, byKey.get(key)) : () => ({ error: describeFault(name, fault) });
};

const describeFault = (name: string, { path, expected, found }: TypeFault): string =>
  cannotSend(name, `\`${formatFieldPath(path.slice(1))}\`: expected ${expected}, found ${found}`);

const cannotSend = (name: string, why: string): string =>
  `failed to send external data request to provider ${name}: ${why}`;

/** Why a whole answer is of no use. */
const refuse = (name: string, answer: ObjectView): string | undefined => {
  const transportError = answer.string("transportError");
  if (transportError !== undefined) return cannotSend(name, transportError);
  const response = answer.object("response");
  const systemError = (response.string("systemError") ?? "").trim();
  const invalid = `failed to validate external data response from provider ${name}`;
  if (systemError !== "") return `${invalid}: non-empty system error: ${systemError}`;
  return response.boolean("idempotent") === true ? undefined : `${invalid}: non-idempotent response`;
};

const readItem = (name: string, item: ObjectView | undefined): Answer => {
  if (item === undefined) return { error: `failed to find external data item in response for provider ${name}` };
  const error = item.string("error") ?? "";
  if (error !== "") return { error: `failed to retrieve external data item from provider ${name}: ${error}` };
  const value = item.raw("value") ?? null;
  if (typeof value === "string") return { text: value };
  const type = goTypeName(value);
  return { error: `failed to convert external data item value from provider ${name} to string, got type ${type}` };
};
