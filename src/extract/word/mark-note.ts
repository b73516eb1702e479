import type { FlowBlock } from "./flow.js";

/** A note's blocks, the first paragraph marked with the note's kind and number: "[脚注1] ". */
export function markNote(blocks: readonly FlowBlock[], mark: string): FlowBlock[] {
  const first = blocks.findIndex((block) => block.type === "paragraph");
  return blocks.map((block, index) =>
    index === first && block.type === "paragraph" ? { ...block, label: `[${mark}] ${block.label ?? ""}` } : block,
  );
}
