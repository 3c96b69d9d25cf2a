import { type BuiltinDefinition, fromJson, toJson } from "@ostiary/rego";
import { ObjectView, Reading } from "@ostiary/rules";
import type { ProviderAnswers } from "../mutation/external-data.js";

type Operands = Parameters<BuiltinDefinition["call"]>[0];

/** What the function returns, before it is a Rego value. */
interface Answer {
  readonly responses: readonly (readonly unknown[])[] | null;
  readonly errors: readonly (readonly unknown[])[] | null;
  readonly status_code: number;
  readonly system_error: string;
}

/**
 * `external_data({"provider": NAME, "keys": [KEY, …]})`, answered from what providers have answered before.
 *
 * @param providers - gives the answers of the review that is under way
 * @source open-policy-agent/frameworks, constraint/pkg/client/drivers/rego/builtin.go; externaldata/response.go
 */
export const externalDataBuiltin = (providers: () => ProviderAnswers): BuiltinDefinition => ({
  name: "external_data",
  signature: "request: any -> response: any",
  call: (operands) => {
    const { provider, keys } = readRequest(operands);
    return fromJson(answer(provider, keys, providers()));
  },
});

const readRequest = (operands: Operands): { readonly provider: string; readonly keys: readonly string[] } => {
  const request = ObjectView.root(new Reading(), toJson(operands.value(1)), []);
  const provider = request.string("provider") ?? "";
  const keys = request.strings("keys");
  if (request.reading.faults.length > 0) throw operands.fault("the request is none");
  return { provider, keys };
};

const fail = (status: number, message: string): Answer => ({
  responses: null,
  errors: null,
  status_code: status,
  system_error: message,
});

const answer = (provider: string, keys: readonly string[], answers: ProviderAnswers): Answer => {
  const view = ObjectView.root(new Reading(), answers, []).optional(provider);
  if (keys.length === 0) return { responses: [], errors: [], status_code: 0, system_error: "" };
  if (view === undefined) return fail(400, "key is not found in provider cache");
  const transportError = view.string("transportError");
  if (transportError !== undefined) return fail(500, transportError);
  const response = view.object("response");
  const items = response.objects("items").filter((item) => keys.includes(item.string("key") ?? ""));
  const named = items.map((item) => ({ key: item.string("key"), error: item.string("error") ?? "", item }));
  return {
    responses: named.filter(({ error }) => error === "").map(({ key, item }) => [key, item.raw("value") ?? null]),
    errors: named.filter(({ error }) => error !== "").map(({ key, error }) => [key, error]),
    status_code: 200,
    system_error: response.string("systemError") ?? "",
  };
};
