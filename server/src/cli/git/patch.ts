import { type TouchedLines, touchedByHunks } from '../../report/touchedLines.ts'
import type { LineHunk } from '../../text/lineDiff.ts'

const hunkHeader = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/

/**
 * The touched lines of each file by its new path, from git's patch with `--unified=0` and the prefixes `a/` and `b/`. Files that were
 * only moved, or were deleted, are absent.
 */
export function readPatch(patch: string): ReadonlyMap<string, TouchedLines> {
  const lines = patch.split('\n')
  const files = new Map<string, LineHunk[]>()
  let path: string | null = null
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!
    if (line.startsWith('+++ ')) path = patchedPath(line.slice(4))
    const found = hunkHeader.exec(line)
    if (!found) continue
    const [removed, first, added] = [Number(found[1] ?? 1), Number(found[2]), Number(found[3] ?? 1)]
    const body = patchHunkAt(lines, at + 1, removed + added)
    at = body.end - 1
    if (path === null) continue
    const hunks = files.get(path) ?? []
    files.set(path, hunks)
    const removedLines = body.lines.slice(0, removed).map((each) => each.slice(1))
    // without added lines git names the line above
    hunks.push({ first: added > 0 ? first : first + 1, added, removed: removedLines })
  }
  return new Map([...files].map(([name, hunks]) => [name, touchedByHunks(hunks)]))
}

/** The `count` lines of a hunk; they are counted because their content can look like a header. */
function patchHunkAt(
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
function patchedPath(written: string): string | null {
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
