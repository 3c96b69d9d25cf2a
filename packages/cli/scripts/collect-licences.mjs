// Writes dist/third-party-licences.txt: the licences of what the command's bundle contains of others.
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const dist = new URL("../dist/", import.meta.url);
const metafile = new URL("metafile-esm.json", dist);
const { inputs } = JSON.parse(readFileSync(metafile, "utf8"));
const base = new URL("../", import.meta.url);

const folders = Object.keys(inputs).flatMap((file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+\//.exec(file) ?? []);
const texts = [...new Set(folders)].sort().map((folder) => {
  const path = new URL(folder, base);
  const { name, version } = JSON.parse(readFileSync(new URL("package.json", path), "utf8"));
  const licence = readdirSync(path).find((file) => /^licen[cs]e/i.test(file));
  if (licence === undefined) throw new Error(`no licence in ${fileURLToPath(path)}`);
  return `${name} ${version}\n\n${readFileSync(new URL(licence, path), "utf8").trim()}\n`;
});
writeFileSync(new URL("third-party-licences.txt", dist), texts.join(`\n${"-".repeat(80)}\n\n`));
rmSync(metafile);
