import { expect, test } from "vitest";
import { HOOK_QUERY, hookModule } from "./hook-module.js";

test("what is asked stands at the lines that messages name", () => {
  const module = hookModule();
  const [rule] = module.ok ? module.value.rules : [];
  expect(module.ok && module.value.file).toBe("hooks.hooks_builtin");
  expect(rule?.body.map(({ location }) => location.row)).toEqual([15, 19]);
  expect(HOOK_QUERY).toBe("data.hooks.violation");
});
