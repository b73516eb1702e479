/** The codes of reasons for which a file gives no record, and what they are called in Chinese. */
export const FAULT_NAMES = {
  empty: "空文件",
  "unsupported-type": "格式不支持",
  encrypted: "有密码",
  corrupt: "损坏或无法打开",
  "too-large": "超出上限",
  timeout: "超时",
  "no-text": "没有可识读的文字",
} as const;
