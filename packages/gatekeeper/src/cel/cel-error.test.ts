import { describe, expect, it } from "vitest";
import { CelError, NO_SUCH_OVERLOAD } from "./cel-error.js";

describe("errors", () => {
  it("can be absorbed, but for those that stop", () => {
    expect(CelError.of("no such key: a")).toMatchObject({ message: "no such key: a", fatal: false });
    expect(CelError.stop("too much")).toMatchObject({ message: "too much", fatal: true });
    expect(NO_SUCH_OVERLOAD.message).toBe("no such overload");
  });
});
