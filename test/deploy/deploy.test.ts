import { execFileSync, spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ScaledObject } from "@kubernetes-models/keda/keda.sh/v1alpha1/ScaledObject";
import { Deployment } from "kubernetes-models/apps/v1/Deployment";
import { Job } from "kubernetes-models/batch/v1/Job";
import { NetworkPolicy } from "kubernetes-models/networking.k8s.io/v1/NetworkPolicy";
import { PodDisruptionBudget } from "kubernetes-models/policy/v1/PodDisruptionBudget";
import { Service } from "kubernetes-models/v1/Service";
import { describe, expect, it } from "vitest";
import { parse, parseAllDocuments } from "yaml";
import { SETTINGS } from "../../src/core/config.js";

const root = join(import.meta.dirname, "..", "..");
const base = join(root, "deploy", "kustomize");
// biome-ignore lint/suspicious/noExplicitAny: manifests are judged by their schemas, then field by field
type Manifest = any;
const manifests: Manifest[] = readdirSync(base)
  .filter((name) => name !== "kustomization.yaml")
  .flatMap((name) => parseAllDocuments(readFileSync(join(base, name), "utf8")).map((document) => document.toJS()));
const compose: Manifest = parse(readFileSync(join(root, "docker-compose.yml"), "utf8"), { merge: true });
const models: Record<string, new (data: never) => { validate(): void }> = {
  Deployment,
  Job,
  NetworkPolicy,
  PodDisruptionBudget,
  ScaledObject,
  Service,
};
const known = new Set<string>(Object.values(SETTINGS).map((setting) => setting.env));

describe("the Kustomize base", () => {
  it.each(manifests.map((manifest) => [`${manifest.kind} ${manifest.metadata.name}`, manifest]))(
    "%s obeys its schema",
    (_name, manifest) => {
      expect(Object.keys(models)).toContain(manifest.kind);
      new models[manifest.kind]!(manifest as never).validate();
    },
  );

  it("lists every manifest", () => {
    const { resources } = parse(readFileSync(join(base, "kustomization.yaml"), "utf8"));
    expect([...resources, "kustomization.yaml"].sort()).toEqual(readdirSync(base).sort());
  });

  it("runs without root, without capabilities, on a read-only file system, within a memory limit", () => {
    const pods = manifests.filter((manifest) => manifest.spec.template).map((manifest) => manifest.spec.template.spec);
    expect(pods).toHaveLength(3);
    for (const pod of pods) {
      expect(pod.securityContext.runAsNonRoot).toBe(true);
      for (const { securityContext, resources } of pod.containers) {
        expect(securityContext).toMatchObject({ readOnlyRootFilesystem: true, allowPrivilegeEscalation: false });
        expect(resources.limits.memory).toBeDefined();
      }
    }
  });

  it("scales the workers on the queue's depth, by a metric that the API has", () => {
    const scaled = manifests.find((manifest) => manifest.kind === "ScaledObject");
    expect(scaled.spec.scaleTargetRef.name).toBe("ziping-worker");
    const metric = /^(\w+)\{/.exec(scaled.spec.triggers[0].metadata.valueLocation)?.[1];
    expect(readFileSync(join(root, "src/server/api-metrics.ts"), "utf8")).toContain(`"${metric}"`);
  });
});

describe("docker-compose.yml", () => {
  it("names only settings that there are", () => {
    const names = Object.values<Manifest>(compose.services).flatMap((service) => Object.keys(service.environment ?? {}));
    expect(names.filter((name) => name.startsWith("ZIPING_") && !known.has(name))).toEqual([]);
  });

  it("gives every service a health check or an end, a memory limit and a read-only file system", () => {
    for (const [name, service] of Object.entries<Manifest>(compose.services)) {
      expect([name, service.read_only, typeof service.mem_limit]).toEqual([name, true, "string"]);
      if (name !== "migrate") expect([name, service.healthcheck?.test]).toEqual([name, expect.any(Array)]);
    }
  });

  it("keeps Redis durable, never evicting, behind a password", () => {
    const command = compose.services.redis.command.join(" ");
    expect(command).toMatch(/--appendonly yes .*--maxmemory-policy noeviction --requirepass \$\{REDIS_PASSWORD/);
  });

  it.skipIf(spawnSync("docker-compose", ["--version"]).error)("is accepted by docker-compose, and refused without passwords", () => {
    const run = (environment: Record<string, string>) =>
      execFileSync("docker-compose", ["-f", join(root, "docker-compose.yml"), "config", "--quiet"], {
        env: { PATH: process.env.PATH, ...environment },
        stdio: "pipe",
      });
    run({ REDIS_PASSWORD: "a", POSTGRES_PASSWORD: "b" });
    expect(() => run({})).toThrow(/set it in .env/);
  });
});
