import { expect, it } from "vitest";
import { LIMITS } from "../../src/core/limits.js";
import { extract } from "../../src/extract/extract.js";

const limits = { ...LIMITS, paragraph: 100, characters: 250 };
const long = "绩效".repeat(60);
const bytes = (text: string) => new TextEncoder().encode(text);
const fault = (name: string) => ({ code: "too-large", message: expect.stringContaining(`(${name})`) });

it("takes no paragraph, line or cell beyond the limit", async () => {
  await expect(extract(bytes(`自评报告\n${long}\n`), { limits })).rejects.toMatchObject(fault("paragraph"));
  await expect(extract(bytes(`<html><body><p>${long}</p></body></html>`), { limits })).rejects.toMatchObject(fault("paragraph"));
  await expect(extract(bytes(`<html><table><tr><td>a<td>${long}</table>`), { limits })).rejects.toMatchObject(fault("paragraph"));
  await expect(extract(bytes(`{\\rtf1\\ansi ${"abc ".repeat(40)}\\par}`), { limits })).rejects.toMatchObject(fault("paragraph"));
});

it("takes no more characters than the limit in all", async () => {
  const lines = "项目支出绩效自评\n".repeat(40);
  await expect(extract(bytes(lines), { limits })).rejects.toMatchObject(fault("characters"));
  await expect(extract(bytes(`<html><body>${lines.replaceAll("\n", "<p>")}</body></html>`), { limits })).rejects.toMatchObject(
    fault("characters"),
  );
});

it("names a limit for a line that patterns cannot go through", async () => {
  await expect(extract(bytes("得分10分，".repeat(3_000_000)))).rejects.toMatchObject(fault("characters"));
});
