// Guards (`pnpm check:packages`) that the packages work for everybody once published: publint reads their metadata,
// arethetypeswrong resolves their types as every kind of module does, both from the packed files.
import { readFileSync } from "node:fs";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { problemKindInfo } from "@arethetypeswrong/core/problems";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { packPublicPackages } from "./pack.js";

async function checkMetadata(tarball: Uint8Array<ArrayBuffer>): Promise<readonly string[]> {
  const { messages, pkg } = await publint({ pack: { tarball: tarball.buffer }, strict: true });
  return messages.map((message) => formatMessage(message, pkg, { color: false }) ?? message.code);
}

async function checkTypes(tarball: Uint8Array): Promise<readonly string[]> {
  const analysis = await checkPackage(createPackageFromTarballData(tarball));
  if (!("problems" in analysis)) return ["has no types"];
  // TypeScript's old `node10` resolution knows no sub-paths, and TypeScript 6 no longer wants it used.
  const problems = analysis.problems.filter(
    (problem) => !("resolutionKind" in problem && problem.resolutionKind === "node10"),
  );
  return problems.map(({ kind, ...where }) => `${problemKindInfo[kind].shortDescription}: ${JSON.stringify(where)}`);
}

const packed = packPublicPackages();
const complaints: string[] = [];
for (const { manifest, tarball } of packed) {
  const bytes = new Uint8Array(readFileSync(tarball));
  const found = [...(await checkMetadata(bytes)), ...(await checkTypes(bytes))];
  complaints.push(...found.map((complaint) => `${manifest.name}: ${complaint}`));
}
if (complaints.length > 0) {
  console.error(complaints.join("\n"));
  console.error(
    "\nPublished like this, a package would not work for all: mend its package.json or its tsup.config.ts.",
  );
  process.exit(1);
}
console.log(`well packed: ${packed.map(({ manifest }) => manifest.name).join(", ")}`);
