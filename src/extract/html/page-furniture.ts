import { cleanText } from "../../core/text.js";
import type { MarkupElement, MarkupNode } from "./parse-markup.js";

/** Elements and roles that HTML itself sets aside from the content. */
const LANDMARKS: ReadonlySet<string> = new Set(["nav", "footer", "aside"]);
const ROLES: ReadonlySet<string> = new Set(["navigation", "contentinfo", "search", "menubar", "menu", "complementary", "dialog"]);
/** Words in class names and ids by which content management systems and their templates call what stands around an article. */
const NAMES =
  /(?:^|[-_\s])(?:nav\w*|menu\w*|crumbs?|bread-?crumbs?|position|location|dqwz|foot(?:er)?|copy-?right|share\w*|bdshare\w*|side-?bar|toolbar|top-?bar|search\w*|qr-?code|ewm|hits?|pager|pagination|friend-?links?|yqlj|prev|next|related|login)(?:$|[-_\s\d])/iu;
/** Sentences of that furniture, as government sites print them by rule (索引号, 主办单位, 网站标识码, 备案号) or by habit. */
const PHRASES =
  /当前位置[：:]|您(?:现在|当前)?的?位置[：:]|索引号|浏览次数|点击数|阅读次数|访问量[：:]|字体：|字号：|扫一扫|分享到|打印本页|关闭窗口|关闭本页|上一篇[：:]|下一篇[：:]|网站标识码|网站地图|ICP备|公网安备|版权所有|(?:主办|承办|技术支持)(?:单位)?[：:]|建议使用.{0,30}(?:浏览器|分辨率)/u;
/** Such words may stand in a report too (无障碍改造, 所在位置): they tell furniture only alone, and outside of sentences. */
const LABELS =
  /当前位置|您(?:现在|当前)?的?位置|^所在位置|访问量|上一篇|下一篇|^相关链接|^相关(?:文章|信息)(?:[：:]|$)|(?:^|[\s|｜·>]|模式|版)(?:进入|切换)?无障碍(?:浏览|阅读|模式|版|辅助|声明)?(?=$|[\s|｜·<])/u;
/** More than this is no mere furniture sentence. */
const LONGEST_PHRASE = 300;
/** The share of text in links above which a part is a list of links. */
const LINK_SHARE = 0.6;
/** The part that holds so much of the page's running text and tables is its content. */
const CONTENT_SHARE = 0.9;

interface Weight {
  /** Characters of text, of text in links, and of what makes content: table cells and sentences. */
  readonly all: number;
  readonly links: number;
  readonly content: number;
  /** Texts in links. */
  readonly linkCount: number;
}

/**
 * The parts of a page that stand around its content: menus, breadcrumbs, share buttons, footers. Only parts outside of the element that holds the
 * content are judged, and only on evidence (what the markup calls them, lists of links, the sentences all sites print); what is in doubt stays.
 */
export function pageFurniture(root: MarkupElement): ReadonlySet<MarkupElement> {
  const weights = new Map<MarkupElement, Weight>();
  const total = weigh(root, false, weights);
  const furniture = new Set<MarkupElement>();
  if (total.content === 0) return furniture;
  let around: MarkupElement | undefined = root;
  while (around) {
    let inner: MarkupElement | undefined;
    for (const child of around.children) {
      if (child.type !== "element") continue;
      const weight = weights.get(child)!;
      if (weight.content >= total.content * CONTENT_SHARE) inner = child;
      else if (isFurniture(child, weight, total)) furniture.add(child);
    }
    around = inner && inner.name !== "table" ? inner : layoutInside(inner);
  }
  return furniture;
}

/** A table around everything may be the page's layout; a table of figures is not looked into. */
function layoutInside(table: MarkupElement | undefined): MarkupElement | undefined {
  if (!table) return undefined;
  return containsTable(table.children) ? table : undefined;
}

function containsTable(nodes: readonly MarkupNode[]): boolean {
  return nodes.some((node) => node.type === "element" && (node.name === "table" || containsTable(node.children)));
}

function isFurniture(element: MarkupElement, weight: Weight, total: Weight): boolean {
  if (weight.all === 0 || weight.content > total.content * (1 - CONTENT_SHARE)) return false;
  if (/^h[1-6]$/u.test(element.name) || (element.name !== "nav" && containsHeading(element.children))) return false;
  const { class: names = "", id = "", role = "", title = "" } = element.attributes;
  // LibreOffice writes a page's header and footer so.
  if (title === "header" || title === "footer") return true;
  if (LANDMARKS.has(element.name) || ROLES.has(role.toLowerCase())) return true;
  if (weight.linkCount > 1 && weight.links >= weight.all * LINK_SHARE && weight.content === 0) return true;
  const text = cleanText(textOf(element, LONGEST_PHRASE + 1));
  if (text.length <= LONGEST_PHRASE && (PHRASES.test(text) || (weight.content === 0 && LABELS.test(text)))) return true;
  return (NAMES.test(names) || NAMES.test(id)) && weight.content === 0;
}

function containsHeading(nodes: readonly MarkupNode[]): boolean {
  return nodes.some((node) => node.type === "element" && (/^h[1-6]$/u.test(node.name) || containsHeading(node.children)));
}

function weigh(element: MarkupElement, inCell: boolean, weights: Map<MarkupElement, Weight>): Weight {
  const cell = inCell || element.name === "td" || element.name === "th";
  let all = 0;
  let links = 0;
  let content = 0;
  let linkCount = 0;
  let own = "";
  for (const child of element.children) {
    if (child.type === "element") {
      const weight = weigh(child, cell, weights);
      all += weight.all;
      links += weight.links;
      content += weight.content;
      linkCount += weight.linkCount;
    } else {
      const { length } = child.text.trim();
      all += length;
      if (child.link) {
        links += length;
        if (length > 0) linkCount++;
      } else own += child.text;
    }
  }
  const text = own.trim();
  if (cell || /[。；]/u.test(text)) content += text.length;
  const weight = { all, links, content, linkCount };
  weights.set(element, weight);
  return weight;
}

/** Text of an element, not much more than `most` characters of it. */
function textOf(element: MarkupElement, most: number): string {
  let text = "";
  for (const child of element.children) {
    if (text.length >= most) break;
    text += child.type === "text" ? child.text : textOf(child, most - text.length);
  }
  return text;
}
