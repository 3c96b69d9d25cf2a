// Guards (`pnpm check:install`) that the packages can be used as a stranger would: the packed files are installed with npm
// into an empty project, imported from ESM and CommonJS, and type-checked as TypeScript resolves for Node and for bundlers.
import { execFileSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { join, posix } from "node:path";
import { makeTemporaryFolder, packPublicPackages } from "./pack.js";
import { listEntryPoints, top } from "./workspace.js";

const project = makeTemporaryFolder();
const write = (file: string, text: string): void => writeFileSync(join(project, file), text);

/** Runs one step in the project; what it printed is shown when it fails. */
function attempt(step: string, command: string, args: readonly string[]): void {
  try {
    execFileSync(command, args, { cwd: project, encoding: "utf8", stdio: "pipe" });
    console.log(`ok: ${step}`);
  } catch (error) {
    const output =
      error instanceof Error && "stdout" in error && "stderr" in error ? `${error.stdout}${error.stderr}` : error;
    console.error(`${output}\nAn installed package cannot be used: ${step} failed.`);
    process.exit(1);
  }
}

const packed = packPublicPackages();
const modules = packed.flatMap((item) =>
  listEntryPoints(item).map(({ subpath }) => posix.join(item.manifest.name, subpath)),
);
// Optional peers too: a stranger who imports a sub-path that needs one has installed it.
const dependencies = {
  ...Object.assign({}, ...packed.map(({ manifest }) => manifest.peerDependencies)),
  ...Object.fromEntries(packed.map(({ manifest, tarball }) => [manifest.name, `file:${tarball}`])),
};
write("package.json", JSON.stringify({ name: "stranger", private: true, type: "module", dependencies }));
attempt(`installing ${packed.length} packages with npm`, "npm", [
  "install",
  "--prefer-offline",
  "--no-audit",
  "--no-fund",
  "--ignore-scripts",
  "--loglevel=error",
]);

const names = JSON.stringify(modules);
write("import.mjs", `for (const name of ${names}) console.log(name, Object.keys(await import(name)).sort().join());`);
write("require.cjs", `for (const name of ${names}) console.log(name, Object.keys(require(name)).sort().join());`);
write(
  "same.mjs",
  `import { execFileSync } from "node:child_process";
const [esm, cjs] = ["import.mjs", "require.cjs"].map((file) => execFileSync("node", [file], { encoding: "utf8" }));
if (esm !== cjs) throw new Error("ESM and CommonJS export different names:\\n" + esm + cjs);`,
);
attempt("importing from ESM", "node", ["import.mjs"]);
attempt("requiring from CommonJS", "node", ["require.cjs"]);
attempt("finding the same names both ways", "node", ["same.mjs"]);

const imports = modules.map((name, index) => `import * as module${index} from "${name}";`).join("\n");
const use = `${imports}\nexport const all: readonly object[] = [${modules.map((_, index) => `module${index}`).join(", ")}];\n`;
for (const file of ["esm.mts", "cjs.cts", "bundled.ts"]) write(file, use);
// The DOM is there for the declarations of zod; ours need no library but the language's.
const options = {
  strict: true,
  noEmit: true,
  target: "es2022",
  lib: ["es2023", "dom"],
  skipLibCheck: false,
  types: [],
};
const check = (resolution: string, module: string, files: readonly string[]): void => {
  const compilerOptions = { ...options, module, moduleResolution: resolution };
  write(`tsconfig.${resolution}.json`, JSON.stringify({ compilerOptions, files }));
  const compiler = join(top, "node_modules", "typescript", "bin", "tsc");
  attempt(`type checking with \`${resolution}\` resolution`, "node", [compiler, "-p", `tsconfig.${resolution}.json`]);
};
check("node16", "node16", ["esm.mts", "cjs.cts"]);
check("bundler", "esnext", ["bundled.ts"]);

const command = join(project, "node_modules", ".bin", "ostiary");
if (existsSync(command)) attempt("running `ostiary --version`", command, ["--version"]);
