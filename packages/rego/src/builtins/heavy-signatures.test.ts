import { expect, test } from "vitest";
import { heavySignatures } from "./heavy-signatures.js";
import { arityOf, readSignature } from "./signature.js";

test("every signature is readable", () => {
  for (const signature of Object.values(heavySignatures))
    expect(readSignature(signature).args).toHaveLength(arityOf(signature));
});
