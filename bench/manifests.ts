/**
 * What reading manifests costs, in processor time: the real files of the conformance collection, with and without
 * positions, and long generated streams. Run it from the root of the repository:
 *
 *   npx esbuild bench/manifests.ts --bundle --platform=node --format=esm --outfile=bench/dist/manifests.mjs
 *   node --expose-gc bench/dist/manifests.mjs
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createManifestReader, type ManifestDocument, readManifests } from "@ostiary/manifests";

const collection = join(process.env["OSTIARY_CONFORMANCE"] ?? "../shared/conformance", "real/manifests");
const MEGABYTE = 2 ** 20;
const WARM_RUNS = 3;
const DEPLOYMENT = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: shop
  labels: { app.kubernetes.io/name: shop }
spec:
  replicas: 3
  selector:
    matchLabels:
      app: shop
  template:
    metadata:
      labels:
        app: shop
    spec:
      # what is not run as root cannot be root
      securityContext:
        runAsNonRoot: true
      containers:
        - name: shop
          image: "registry.example/shop:1.2.3"
          args: [--port, "8080"]
          ports:
            - containerPort: 8080
          resources:
            limits: { cpu: 500m, memory: 128Mi }
---
`;

const measure = (what: string, work: () => number): void => {
  const cpu = process.cpuUsage();
  const wall = performance.now();
  const documents = work();
  const used = process.cpuUsage(cpu);
  const milliseconds = (used.user + used.system) / 1000;
  const row = [
    what.padEnd(48),
    `${milliseconds.toFixed(0)} ms processor`.padStart(20),
    `${(performance.now() - wall).toFixed(0)} ms`.padStart(10),
    `${documents} documents`.padStart(18),
    `${((milliseconds * 1000) / documents).toFixed(1)} µs each`.padStart(16),
  ];
  console.log(row.join(""));
};

const PATHS = [["kind"], ["spec", "template", "spec", "containers", 0, "image"], ["spec", "securityContext"]] as const;

const locate = (document: ManifestDocument): void => {
  for (const path of PATHS) document.position(path);
};

const readAll = (files: readonly Uint8Array[], use: (document: ManifestDocument) => void): number => {
  let documents = 0;
  for (const bytes of files) {
    for (const document of readManifests(bytes)) {
      documents += 1;
      use(document);
    }
  }
  return documents;
};

const readStream = (count: number): number => {
  const reader = createManifestReader();
  const piece = DEPLOYMENT.repeat(100);
  let documents = 0;
  let heap = 0;
  for (let pushed = 0; pushed < count; pushed += 100) {
    documents += reader.push(piece).length;
    heap = Math.max(heap, process.memoryUsage().heapUsed);
  }
  documents += reader.end().length;
  console.log(
    `  heap at most ${(heap / MEGABYTE).toFixed(0)} MB for ${((count * DEPLOYMENT.length) / MEGABYTE).toFixed(0)} MB`,
  );
  return documents;
};

const files = readdirSync(collection, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => readFileSync(join(entry.parentPath, entry.name)));

const ignore = (): void => undefined;
measure(`${files.length} real files, cold`, () => readAll(files, ignore));
for (let run = 0; run < WARM_RUNS; run++) measure(`${files.length} real files, warm`, () => readAll(files, ignore));
measure(`${files.length} real files, warm, three positions each`, () => readAll(files, locate));
for (const count of [10_000, 100_000]) measure(`a stream of ${count} manifests`, () => readStream(count));
