import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import S3rver from "s3rver";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BucketStore } from "../../src/store/bucket-store.js";
import type { DocumentStore } from "../../src/store/document-store.js";
import { FolderStore } from "../../src/store/folder-store.js";

const folder = mkdtempSync(join(tmpdir(), "ziping-store-"));
const bucketFolder = mkdtempSync(join(tmpdir(), "ziping-bucket-"));
const server = new S3rver({
  port: 0,
  address: "127.0.0.1",
  silent: true,
  directory: bucketFolder,
  configureBuckets: [{ name: "reports", configs: [] }],
});
const stores: Record<string, DocumentStore> = {};
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const put = (store: DocumentStore, text: string, max = 1000) => store.put(Readable.from([Buffer.from(text)]), max);

beforeAll(async () => {
  const { port } = await server.run();
  stores["a folder"] = await FolderStore.open(folder);
  stores["a bucket"] = new BucketStore({
    bucket: "reports",
    prefix: "uploads",
    endpoint: `http://127.0.0.1:${port}`,
    region: "local",
    credentials: { accessKeyId: "S3RVER", secretAccessKey: "S3RVER" },
  });
});

afterAll(async () => {
  for (const store of Object.values(stores)) await store.close();
  await server.close();
  for (const path of [folder, bucketFolder]) rmSync(path, { recursive: true, force: true });
});

describe.each(["a folder", "a bucket"])("a document store in %s", (name) => {
  it("names a document by its content and gives the same bytes back", async () => {
    const stored = await put(stores[name]!, "自评报告");
    expect(stored).toEqual({ sha256: sha256("自评报告"), byteLength: 12, isNew: true });
    const copy = await stores[name]!.checkout(stored.sha256);
    expect(await readFile(copy.path, "utf8")).toBe("自评报告");
    await copy.release();
  });

  it("knows a document that was stored before", async () => {
    await put(stores[name]!, "twice");
    expect((await put(stores[name]!, "twice")).isNew).toBe(false);
  });

  it("refuses a file over the limit and keeps nothing of it", async () => {
    await expect(put(stores[name]!, "x".repeat(2000))).rejects.toMatchObject({ code: "too-large" });
    await expect(stores[name]!.checkout(sha256("x".repeat(2000)))).rejects.toMatchObject({ code: "missing" });
    if (name === "a folder") expect(readdirSync(join(folder, "incoming"))).toEqual([]);
  });

  it("says when a document is not there", async () => {
    await expect(stores[name]!.checkout(sha256("never stored"))).rejects.toMatchObject({ code: "missing" });
  });

  it("refuses a name that is no hash, such as a path upwards", async () => {
    await expect(stores[name]!.checkout("../../etc/passwd")).rejects.toMatchObject({ code: "missing" });
    await expect(stores[name]!.putDerived(sha256("twice"), "../evil", "x")).rejects.toMatchObject({ code: "missing" });
  });

  it("keeps derived texts beside the content, and does not list them as documents", async () => {
    const { sha256: hash } = await put(stores[name]!, "with pages");
    await stores[name]!.putDerived(hash, "page-1.json", "{}");
    expect(await stores[name]!.getDerived(hash, "page-1.json")).toBe("{}");
    expect(await stores[name]!.getDerived(hash, "page-2.json")).toBeUndefined();
    await stores[name]!.removeDerived(hash, "page-1.json");
    await stores[name]!.removeDerived(hash, "page-1.json");
    expect(await stores[name]!.getDerived(hash, "page-1.json")).toBeUndefined();
    const listed: string[] = [];
    for await (const one of stores[name]!.list()) listed.push(one);
    expect(listed).toContain(hash);
    expect(listed.every((one) => /^[0-9a-f]{64}$/.test(one))).toBe(true);
  });
});

it("notices bytes that changed on the disk", async () => {
  const { sha256: hash } = await put(stores["a folder"]!, "to be damaged");
  writeFileSync(join(folder, hash.slice(0, 2), hash), "changed");
  await expect(stores["a folder"]!.checkout(hash)).rejects.toMatchObject({ code: "damaged" });
});

it("says unavailable when the bucket's service is away", async () => {
  const store = new BucketStore({
    bucket: "reports",
    prefix: "",
    endpoint: "http://127.0.0.1:9",
    region: "local",
    credentials: { accessKeyId: "a", secretAccessKey: "b" },
  });
  await expect(store.ready()).rejects.toMatchObject({ code: "unavailable" });
});

it("says unavailable, and not that the upload is at fault, when its folder takes no file", async () => {
  const root = mkdtempSync(join(tmpdir(), "ziping-store-"));
  const store = await FolderStore.open(root);
  rmSync(root, { recursive: true });
  await expect(put(store, "an upload")).rejects.toMatchObject({ code: "unavailable" });
  await expect(store.ready()).rejects.toMatchObject({ code: "unavailable" });
});

it("throws what the upload throws", async () => {
  const broken = Readable.from(
    (async function* () {
      yield Buffer.from("half");
      throw new Error("the client went away");
    })(),
  );
  await expect(stores["a folder"]!.put(broken, 1000)).rejects.toThrow("the client went away");
});
