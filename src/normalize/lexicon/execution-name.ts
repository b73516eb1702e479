/** 预算执行率, 资金执行情况: the part of an evaluation whose marks belong to the money spent. */
export const EXECUTION_NAME = /^(?:项目|资金|年度|全年)?(?:预算|资金|支出)?执行(?:率|情况|进度)?(?:指标)?$/u;
