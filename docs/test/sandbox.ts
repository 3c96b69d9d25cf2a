import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import manifest from "../../package.json" with { type: "json" };

/** The top folder of the repository. */
export const top = fileURLToPath(new URL("../..", import.meta.url));

/** What a program came to. */
export interface Outcome {
  readonly code: number | null;
  /** What it wrote, to whichever stream, in order. */
  readonly output: string;
}

/** A folder in which the examples of one document run. */
export interface Sandbox {
  write(file: string, text: string): void;
  /** Runs a script of a shell. */
  run(script: string): Outcome;
  remove(): void;
}

/**
 * Makes a folder with the repository's examples/ in it, and with a good one in deploy/ and a policy in cluster/policies/. In its shell `ostiary` is the command
 * that was built. Commands that need a network or take minutes have stand-ins: `npx` knows only ostiary, `npm` and `pnpm` only
 * look up whether the script that is called exists, `helm` and `kustomize` print an example.
 *
 * @param bin - the built command
 */
export const createSandbox = (bin: string): Sandbox => {
  const folder = mkdtempSync(join(tmpdir(), "ostiary-docs-"));
  const commands = mkdtempSync(join(tmpdir(), "ostiary-commands-"));
  cpSync(join(top, "examples"), join(folder, "examples"), { recursive: true });
  cpSync(join(top, GOOD_EXAMPLE), join(folder, "deploy/shop.yaml"));
  cpSync(join(top, POLICY_EXAMPLE), join(folder, "cluster/policies/common.yaml"));
  for (const [name, script] of Object.entries(standIns(bin))) {
    writeFileSync(join(commands, name), `#!/usr/bin/env bash\n${script}\n`);
    chmodSync(join(commands, name), 0o755);
  }
  const env = { PATH: `${commands}${delimiter}${process.env["PATH"]}`, HOME: folder, COLUMNS: "100" };
  return {
    write(file, text) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    },
    run(script) {
      const words = ["-c", `exec 2>&1\n${script}`];
      const { status, stdout } = spawnSync("bash", words, { cwd: folder, env, encoding: "utf8", timeout: 20_000 });
      return { code: status, output: stdout };
    },
    remove() {
      for (const path of [folder, commands]) rmSync(path, { recursive: true });
    },
  };
};

const quote = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

const GOOD_EXAMPLE = "examples/shop/frontend.yaml";
const POLICY_EXAMPLE = "examples/deckhouse/common.yaml";
const printExample = `cat ${quote(join(top, GOOD_EXAMPLE))}`;

const standIns = (bin: string): Readonly<Record<string, string>> => ({
  ostiary: `exec ${quote(process.execPath)} ${quote(bin)} "$@"`,
  npx: '[ "$1" = ostiary ] || exit 127\nexec "$@"',
  npm: knownScripts(["install", "ci"]),
  pnpm: knownScripts(["install", "changeset"]),
  helm: printExample,
  kustomize: printExample,
});

/** Succeeds if what is called is a script of the repository, or one of the package manager's own commands. */
const knownScripts = (own: readonly string[]): string => {
  const names = [...own, ...Object.keys(manifest.scripts)].join("|");
  return `[ "$1" = run ] && shift\ncase "$1" in ${names}) ;; *) echo "no script $1"; exit 1 ;; esac`;
};
