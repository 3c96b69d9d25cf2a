// The demo (`npm run demo`): `ostiary check` on the manifests in examples/, some of which break the standards on purpose.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const top = fileURLToPath(new URL("..", import.meta.url));
for (const needed of ["packages/cli/dist/bin.js", "examples"]) {
  if (existsSync(join(top, needed))) continue;
  console.error(`The demo needs ${needed}, which is not there.`);
  process.exit(1);
}

/** `ostiary check` exits with 1 when it finds violations. */
const VIOLATIONS = 1;

function check(...words) {
  console.log(`$ ostiary check ${words.join(" ")}\n`);
  const { status } = spawnSync(process.execPath, ["packages/cli/dist/bin.js", "check", ...words], {
    cwd: top,
    stdio: "inherit",
  });
  if (status === VIOLATIONS) return;
  console.error(
    `\nThe demo went wrong: violations were to be found (exit code ${VIOLATIONS}), but the exit code is ${status}.`,
  );
  process.exit(1);
}

console.log("A web shop, under the Pod Security Standards of Kubernetes:\n");
check("examples/namespaces.yaml", "examples/shop", "examples/monitoring");
console.log("\nA cluster of Deckhouse, under its own standards and policies:\n");
check("examples/deckhouse", "--profile", "deckhouse");
console.log("\nSome of these manifests break what is asked on purpose, so the command ended with exit code 1:");
console.log(
  "in a pipeline that stops the change before a cluster refuses it. Try your own: node packages/cli/dist/bin.js check PATH",
);
