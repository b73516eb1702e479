/** Longer texts are sentences, and hardly come twice. */
const LONGEST = 72;
const MOST = 8_000;
/** The answer of a function that found nothing. */
const NOTHING = Symbol("nothing");

/** What was answered about each text, a place for each function: a cell's text is looked up once, not in a table of each function's own. */
const known = new Map<string, unknown[]>();
let functions = 0;
let last: { readonly text: string; readonly answers: unknown[] } = { text: "", answers: [] };

/**
 * The same function of a text, which looks each short one up once, as long as there are not too many: cells repeat one another, and each is asked
 * what it is by every reader of tables in turn. Answers are shared, so nobody may change them.
 */
export function remembered<Result>(read: (text: string) => Result): (text: string) => Result {
  const place = functions++;
  return (text) => {
    if (text.length > LONGEST) return read(text);
    const answers = answersTo(text);
    const answer = answers[place];
    if (answer !== undefined) return (answer === NOTHING ? undefined : answer) as Result;
    const found = read(text);
    answers[place] = found === undefined ? NOTHING : found;
    return found;
  };
}

/** One text is asked about several times in a row. */
function answersTo(text: string): unknown[] {
  if (text !== last.text) last = { text, answers: known.get(text) ?? begun(text) };
  return last.answers;
}

function begun(text: string): unknown[] {
  if (known.size >= MOST) known.clear();
  const answers = Array<unknown>(functions);
  known.set(text, answers);
  return answers;
}
