/** Counts of one class are not counts of all: 产出指标6个. */
export const ONE_CLASS =
  /产出|效益|效果|满意度|成本|数量|质量|时效|进度|一级|二级|四级|决策|过程|投入|管理|履职|核心|共性|个性|定量|定性|正向|反向|经济|社会|生态|可持续/u;
/** Points lost or not tell the same where a report speaks of scores alone: a row that tells both apart counts either way. */
export const NOT_DONE = /(?:未|没有|没|尚未|未能|不)(?:全部|全面|按期|如期)?(?:完成|达成|达到|实现|达标|得满分|满分)|(?:扣|失|丢)了?分/u;
export const DONE = /完成|达成|达到|实现|达标|满分/u;
/** What may stand around a count of completed indicators; any other word makes it a count of something else. */
export const NEUTRAL =
  /\ue000+|指标值|指标|绩效|目标值|目标|项目|个数|数量|年度|年初|预期|预定|既定|设定|全年|全部|全面|圆满|顺利|均|都|已|有|为|其中|其|的|三级|共计|共|计|任务|值|并|率|中|且|另|仅|还|尚|未能|未|没有|没|不|按期|如期|按时|超额|完成|达成|达到|实现|达标|获得满分|得满分|满分|存在扣分|有扣分|被扣分|扣分|失分|丢分|情况|以上|要求|预设|或|超过|大于|等于|个|项|条|本项目|该项目|我单位|本单位|我局/gu;
/** What is said of setting indicators up; any other word makes it a count of something else. */
export const SETTING =
  /\ue000+|[本此这]次|体系|设置|设立|设定|制定|确定|下达|共计|合计|总计|共有|包括|包含|涉及|涵盖|细化|分解|整体|支出|绩效|指标|目标|考核|评价|自评|三级|年度|年初|全年|项目|资金|本|该|我|局|单位|部门|中心|个数|数量|总数|量化|具体|申报|批复|预算|其|的|了|为|有|是|共|设|由|到|成|在|总|下/gu;
