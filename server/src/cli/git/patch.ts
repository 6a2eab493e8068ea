/** Both ends are included. */
export interface LineRange {
  readonly first: number
  readonly last: number
}

/** The lines of the current file that a change touched. All numbers are 1-based. */
export interface TouchedLines {
  /** Added or changed lines, in ascending order, without overlaps. */
  readonly ranges: readonly LineRange[]
  /** Lines after which others were removed and none added, in ascending order; 0 for the start of the file. */
  readonly gaps: readonly number[]
}

/** Every line: the file is new. */
export const allLines: TouchedLines = { ranges: [{ first: 1, last: Number.POSITIVE_INFINITY }], gaps: [] }

/** No line: the file has not changed. */
export const noLines: TouchedLines = { ranges: [], gaps: [] }

const hunkHeader = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/

/**
 * The touched lines of each file by its new path, from git's patch with `--unified=0` and the prefixes `a/` and `b/`. Files that were
 * only moved, or were deleted, are absent. A removed part that begins with a heading leaves no gap: it was an idea of its own, and its
 * neighbors are untouched.
 */
export function readPatch(patch: string): ReadonlyMap<string, TouchedLines> {
  const lines = patch.split('\n')
  const files = new Map<string, { readonly ranges: LineRange[]; readonly gaps: number[] }>()
  let path: string | null = null
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!
    if (line.startsWith('+++ ')) path = newPath(line.slice(4))
    const found = hunkHeader.exec(line)
    if (!found) continue
    const [removed, first, added] = [Number(found[1] ?? 1), Number(found[2]), Number(found[3] ?? 1)]
    const body = hunkBodyAt(lines, at + 1, removed + added)
    at = body.end - 1
    if (path === null) continue
    const touched = files.get(path) ?? { ranges: [], gaps: [] }
    files.set(path, touched)
    const isHeading = added === 0 && /^-#{1,6}\s/.test(body.lines.find((each) => each.slice(1).trim() !== '') ?? '')
    if (added > 0) touched.ranges.push({ first, last: first + added - 1 })
    else if (!isHeading) touched.gaps.push(first)
  }
  return files
}

/** The `count` lines of a hunk; they are counted because their content can look like a header. */
function hunkBodyAt(
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

const gitEscapes: Readonly<Record<string, string>> = { a: '\x07', b: '\b', t: '\t', n: '\n', v: '\v', f: '\f', r: '\r' }

/** The path after `+++ `: git quotes unusual ones, and adds a tab to one with spaces. Null for a deleted file. */
function newPath(written: string): string | null {
  const plain = written.replace(/\t$/, '')
  const path = plain.startsWith('"')
    ? plain
        .slice(1, -1)
        .replace(/\\(?:([0-7]{3})|(.))/g, (_, octal: string | undefined, char: string) =>
          octal === undefined ? (gitEscapes[char] ?? char) : String.fromCharCode(Number.parseInt(octal, 8)),
        )
    : plain
  return path.startsWith('b/') ? path.slice(2) : null
}
