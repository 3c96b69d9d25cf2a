// Guards (`pnpm check:packages`) that the packages work for everybody once published: publint reads their metadata,
// arethetypeswrong resolves their types as every kind of module does, both from the packed files.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { type Packed, packPublicPackages } from "./pack.js";
import { top } from "./workspace.js";

async function lintPackage({ manifest, tarball }: Packed): Promise<readonly string[]> {
  const { buffer, byteOffset, byteLength } = readFileSync(tarball);
  const { messages, pkg } = await publint({
    pack: { tarball: buffer.slice(byteOffset, byteOffset + byteLength) },
    strict: true,
  });
  return messages.map((message) => `${manifest.name}: ${formatMessage(message, pkg, { color: false })}`);
}

function checkTypes({ manifest, tarball }: Packed): readonly string[] {
  const args = ["exec", "attw", "--format", "ascii", "--no-color", "--no-emoji", tarball];
  const { status, stdout, stderr } = spawnSync("pnpm", args, { cwd: top, encoding: "utf8" });
  return status === 0 ? [] : [`${manifest.name}: the types do not match the code\n${stdout}${stderr}`];
}

const packed = packPublicPackages();
const lint = await Promise.all(packed.map(lintPackage));
const complaints = [...lint.flat(), ...packed.flatMap(checkTypes)];
if (complaints.length > 0) {
  console.error(complaints.join("\n"));
  console.error(
    "\nPublished like this, a package would not work for all: mend its package.json or its tsup.config.ts.",
  );
  process.exit(1);
}
console.log(`well packed: ${packed.map(({ manifest }) => manifest.name).join(", ")}`);
