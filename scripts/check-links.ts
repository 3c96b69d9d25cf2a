// Guards (`pnpm check:links`) that every link between the Markdown documents of the repository leads to a file and a heading
// that are there. Generated files, which Git ignores, are left to the build that makes them.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { findAnchors, findLinks } from "./markdown-links.js";
import { top } from "./workspace.js";

const listed = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "*.md"], {
  cwd: top,
  encoding: "utf8",
});
const isChecked = (file: string): boolean => !/^etc\/|^\.changeset\//.test(file) && existsSync(join(top, file));
const documents = [...new Set(listed.split("\n"))].filter((file) => file !== "" && isChecked(file));

/** Where a link may lead: in the site a path from the top is one below docs/, and the ending is left out. */
function candidates(document: string, path: string): readonly string[] {
  if (path === "") return [document];
  const site = path.startsWith("/") ? [`docs${path}`, `docs/public${path}`] : [join(dirname(document), path)];
  return site.flatMap((file) => [
    file,
    `${file}.md`,
    file.replace(/\.html$/, ".md"),
    join(file, "index.md"),
    join(file, "README.md"),
  ]);
}

const isIgnored = (file: string): boolean =>
  spawnSync("git", ["check-ignore", "--quiet", file], { cwd: top }).status === 0;

function checkLink(document: string, url: string): string | undefined {
  const [path = "", anchor] = decodeURI(url).split("#");
  const places = candidates(document, path.replace(/\?.*$/, ""));
  const found = places.filter((file) => existsSync(join(top, file)));
  if (found.length === 0) return places.some(isIgnored) ? undefined : `leads nowhere: \`${url}\``;
  const page = found.find((file) => file.endsWith(".md"));
  if (!anchor || page === undefined) return undefined;
  const anchors = findAnchors(readFileSync(join(top, page), "utf8"));
  return anchors.has(anchor) ? undefined : `names a heading that ${relative("", page)} does not have: \`${url}\``;
}

const complaints = documents.flatMap((document) =>
  findLinks(readFileSync(join(top, document), "utf8")).flatMap(({ line, url }) => {
    const complaint = checkLink(document, url);
    return complaint === undefined ? [] : [`${document}:${line}: ${complaint}`];
  }),
);
if (complaints.length > 0) {
  console.error(complaints.join("\n"));
  console.error("\nA link in the documents is dead: mend the link, or write what it promises.");
  process.exit(1);
}
console.log(`the links of ${documents.length} documents lead somewhere`);
