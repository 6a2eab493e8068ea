/** The lines of a file, as it stands now, that a change touched. All numbers count from 1. */
export interface TouchedLines {
  /** Lines that were added or changed, both ends included. */
  readonly ranges: readonly { readonly first: number; readonly last: number }[]
  /** Lines behind which others were taken away and none put in their place; 0 for the file's start. */
  readonly gaps: readonly number[]
}

/** Every line of a file: it is new. */
export const allLines: TouchedLines = { ranges: [{ first: 1, last: Number.POSITIVE_INFINITY }], gaps: [] }

/** No line of a file: it is as it was. */
export const noLines: TouchedLines = { ranges: [], gaps: [] }

const hunk = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/

/**
 * The touched lines of each file in a patch that git wrote with `--unified=0` and the prefixes `a/` and `b/`, by the file's new path.
 * A file that only moved, or is gone, is absent. A removed part that begins with a heading leaves no gap: it was an idea of its own,
 * and touches none of its neighbours.
 */
export function readPatch(patch: string): ReadonlyMap<string, TouchedLines> {
  const lines = patch.split('\n')
  const files = new Map<string, TouchedLines>()
  let path: string | null = null
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!
    if (line.startsWith('+++ ')) path = newPath(line.slice(4))
    const found = hunk.exec(line)
    if (!found) continue
    const [removed, first, added] = [Number(found[1] ?? 1), Number(found[2]), Number(found[3] ?? 1)]
    const body = bodyAt(lines, at + 1, removed + added)
    at = body.end - 1
    if (path === null) continue
    const { ranges, gaps } = files.get(path) ?? { ranges: [], gaps: [] }
    const isHeading = added === 0 && /^-#{1,6}\s/.test(body.lines.find((each) => each.slice(1).trim() !== '') ?? '')
    files.set(path, {
      ranges: added > 0 ? [...ranges, { first, last: first + added - 1 }] : ranges,
      gaps: added > 0 || isHeading ? gaps : [...gaps, first],
    })
  }
  return files
}

/** The `count` lines of a hunk: they are counted, as what they hold can look like any header. */
function bodyAt(
  lines: readonly string[],
  from: number,
  count: number,
): { readonly lines: readonly string[]; readonly end: number } {
  const body: string[] = []
  let end = from
  for (; end < lines.length && body.length < count; end++) {
    // "\ No newline at end of file"
    if (!lines[end]!.startsWith('\\')) body.push(lines[end]!)
  }
  return { lines: body, end }
}

const escapes: Readonly<Record<string, string>> = { a: '\x07', b: '\b', t: '\t', n: '\n', v: '\v', f: '\f', r: '\r' }

/** The path behind `+++`: git puts odd ones into quotes, and a tab behind one with blanks. Null for a file that is gone. */
function newPath(written: string): string | null {
  const plain = written.replace(/\t$/, '')
  const path = plain.startsWith('"')
    ? plain
        .slice(1, -1)
        .replace(/\\(?:([0-7]{3})|(.))/g, (_, octal: string | undefined, char: string) =>
          octal === undefined ? (escapes[char] ?? char) : String.fromCharCode(Number.parseInt(octal, 8)),
        )
    : plain
  return path.startsWith('b/') ? path.slice(2) : null
}
