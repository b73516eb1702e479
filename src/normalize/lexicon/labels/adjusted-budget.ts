/** A budget's head that says that it was adjusted in the year: beside one, a head that says nothing of itself (批复预算) is the initial budget's. */
export const ADJUSTED_BUDGET = /调整|变动|追加|调剂|全年|最终/u;
