/** 评价内容 | 评价指标: whether no one of several heads of names says which level it names (一级指标, 三级指标): then the last of them names the indicators. */
export function sayNoLevel(...heads: readonly (string | undefined)[]): boolean {
  return !heads.some((head) => head !== undefined && /[一三]/u.test(head));
}
