// Guards (`pnpm check:api`) that nobody changes a public interface unawares: etc/*.api.md hold the interfaces of the public
// packages, one file per entry point; `pnpm api:update` writes them anew, and the change is reviewed with the rest.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join, sep } from "node:path";
import { Extractor, ExtractorConfig, ExtractorLogLevel } from "@microsoft/api-extractor";
import { type EntryPoint, listEntryPoints, listPublicPackages, top, type WorkspacePackage } from "./workspace.js";

const isUpdate = process.argv.includes("--update");
const reports = join(top, "etc");
const made = join(top, "node_modules", ".cache", "api-reports");

function checkEntry({ folder, path }: WorkspacePackage, { subpath, types }: EntryPoint): string | undefined {
  const name = join(folder, subpath).replaceAll(sep, "-");
  const configuration = ExtractorConfig.prepare({
    configObjectFullPath: undefined,
    packageJsonFullPath: join(path, "package.json"),
    configObject: {
      projectFolder: path,
      mainEntryPointFilePath: types,
      compiler: {
        overrideTsconfig: {
          extends: join(top, "tsconfig.base.json"),
          compilerOptions: { paths: {}, types: ["node"] },
          include: [join(path, "dist")],
        },
      },
      apiReport: { enabled: true, reportFolder: reports, reportFileName: `${name}.api.md`, reportTempFolder: made },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      messages: { extractorMessageReporting: { default: { logLevel: ExtractorLogLevel.None } } },
    },
  });
  const { apiReportChanged } = Extractor.invoke(configuration, {
    localBuild: isUpdate,
    messageCallback: (message) => {
      // Its own words about reports are for its own configuration files; ours stand below.
      message.handled = message.logLevel !== ExtractorLogLevel.Error;
    },
  });
  return apiReportChanged ? `${name}.api.md` : undefined;
}

for (const folder of isUpdate ? [reports, made] : [made]) rmSync(folder, { recursive: true, force: true });
for (const folder of [reports, made]) mkdirSync(folder, { recursive: true });
const changed = listPublicPackages().flatMap((item) =>
  listEntryPoints(item).flatMap((entry) => checkEntry(item, entry) ?? []),
);
// API Extractor has put what it found into `made`; a report of an entry point that is no more has no counterpart there.
const superfluous = readdirSync(reports).filter((report) => !existsSync(join(made, report)));
const different = [...changed, ...superfluous];
if (different.length > 0 && !isUpdate) {
  for (const report of different) {
    spawnSync("git", ["--no-pager", "diff", "--no-index", join(reports, report), join(made, report)], {
      stdio: "inherit",
    });
  }
  console.error(`\nThe public interface differs from etc/${different.join(", etc/")}.`);
  console.error("If that is meant, run `pnpm api:update`, read the difference, and add a changeset.");
  process.exit(1);
}
console.log(isUpdate ? `wrote etc/: ${changed.join(", ")}` : "the public interfaces are those of etc/");
