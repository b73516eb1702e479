/** 预算执行率, 资金执行情况, 资金情况: the part of an evaluation whose marks belong to the money spent. */
export const EXECUTION_NAME =
  /^(?:项目|资金|年度|全年)?(?:预算|资金|支出)?执行(?:率|情况|进度)?(?:指标)?$|^(?:项目|预算)?(?:资金|经费)(?:信息|情况|部分)$/u;
