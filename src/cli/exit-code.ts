/** What the process ends with; scripts go by it. */
export const EXIT = {
  done: 0,
  /** `check`: some finding of severity error. */
  findings: 1,
  /** A wrong option, argument or environment variable. */
  usage: 2,
  /** Some file gave no record. */
  unread: 3,
  /** Something outside the documents failed: a warehouse that cannot be opened, a process that cannot be started. */
  failed: 4,
  /** Ctrl-C, as shells count it. */
  interrupted: 130,
} as const;
