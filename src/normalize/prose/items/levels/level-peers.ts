import { rankOf } from "../../heads/head-number.js";
import type { Outline } from "../../heads/outline.js";
import type { ItemEvent } from "../item-events.js";

/** 效益, 项目效益, 社会效应: of the scheme of 决策、过程、产出、效益, in which satisfaction is a benefit. 效益指标 has 满意度指标 beside it. */
const BENEFITS = /^(?:项目|部门|绩效|社会)?(?:效益|效果|效应)$/u;
const SATISFACTION = /^(?:社会公众|服务对象|群众)?满意度$/u;

/** How the levels in force were mentioned: what is mentioned as the second level before it was is one, too. */
export class LevelPeers {
  #level1: string | undefined;
  #first: string | undefined;
  #second: string | undefined;

  /** 一是社会效益，…；二是满意度，…, below 效益: whether the mention of satisfaction makes it a part of the benefits in force. */
  isPart({ level1 }: Outline, name: string, event: ItemEvent): boolean {
    if (!SATISFACTION.test(name) || !BENEFITS.test(level1) || this.#level1 !== level1) return false;
    const form = formOf(event);
    return form === this.#second && form !== this.#first;
  }

  /** An event put the level in force that `now` is, where `before` was. */
  note(before: Outline, now: Outline, event: ItemEvent): void {
    const form = formOf(event);
    if (now.level1 !== this.#level1) {
      this.#level1 = now.level1;
      this.#first = now.level1 === before.level1 ? undefined : form;
      this.#second = undefined;
    }
    if (now.level1 === before.level1 && now.level2 !== "" && now.level2 !== before.level2) this.#second = form;
  }
}

/** Its number's kind, and whether a passage begins with it, or is no more. */
function formOf({ clause, opensPassage, isPassage }: ItemEvent): string {
  const counted = /^[一二三四五六七八九十]{1,3}是/u.test(clause.text) ? "一是" : rankOf(clause.text);
  return [counted, opensPassage, isPassage].join("|");
}
