import assert from 'node:assert/strict'
import { knowsProject } from '../../server/src/catalog/knownProjects.ts'
import { isProjectFile } from '../../server/src/config/projectFileSchema.ts'
import { readConfig } from '../../server/src/config/readConfig.ts'
import { readIdeaFile } from '../../server/src/model/ideaFile.ts'
import type { IdeaFile } from '../../server/src/model/types.ts'
import { createLinter } from '../../server/src/rules/engine/createLinter.ts'
import { rules } from '../../server/src/rules/index.ts'
import { lintProjectFile } from '../../server/src/rules/invalidConfiguration.ts'
import type { Finding, Rule } from '../../server/src/rules/rule.ts'
import { applyEdits } from '../../server/src/text/edits.ts'
import { namedForm } from './namedForm.ts'

export interface LintOptions {
  /** The file's path, which decides the programme. */
  readonly path?: string
  readonly rules?: readonly Rule[]
  /** Reads the text in another way than a list without a project file is read. */
  readonly read?: (text: string) => IdeaFile
  /** The title of the fix to apply, if it is not the first of its finding. */
  readonly title?: string
}

const caretLine = /^[ \t]*\^+ [a-z]/

/** The text of a marked one: without the lines of carets. */
export const withoutCarets = (marked: string): string =>
  marked
    .split('\n')
    .filter((line) => !caretLine.test(line))
    .join('\n')

/** Reads a text as the product does. */
export const read = (text: string, path = 'ideas.md'): IdeaFile => readIdeaFile(text, namedForm(text, { path, knowsProject }))

/** What the linter finds in a text, which is a project file where its path says so. A rule that fails, or points outside the text, fails the test. */
export const lint = (text: string, options: LintOptions = {}): readonly Finding[] =>
  isProjectFile(options.path ?? '') ? lintProjectFile(readConfig(text, rules), {}) : lintList(text, options)

const lintList = (text: string, options: LintOptions): readonly Finding[] =>
  createLinter(options.rules ?? rules, (message) => assert.fail(message)).lint(
    (options.read ?? ((each) => read(each, options.path)))(text),
  )

/**
 * Compares the findings of the marked text with its carets: under each span of a finding is `^^^ code`, or `^^^ code severity: message`
 * if those matter. A caret is one UTF-16 code unit; a finding over several lines is marked to its first line's end.
 */
export function checkRule(marked: string, options: LintOptions = {}): void {
  const text = withoutCarets(marked)
  const findings = lint(text, options)
  const reported = new Set(
    marked
      .split('\n')
      .filter((line) => caretLine.test(line))
      .map((line) => line.trim()),
  )
  assert.equal(withCarets(text, findings, reported), marked)
}

/**
 * Applies the first fix of each finding of the marked text, from the top, one at a time, reading again after each. The text must then
 * be `fixed`, in LF and in CRLF, and no fix be left; `undefined` means that there is none to begin with.
 */
export function checkFirstFixes(marked: string, fixed: string | undefined, options: LintOptions = {}): void {
  const bad = withoutCarets(marked)
  const crlf = (text: string): string => text.replaceAll('\n', '\r\n')
  assert.equal(firstFixes(bad, options), fixed ?? bad)
  assert.equal(firstFixes(crlf(bad), options), crlf(fixed ?? bad))
}

function firstFixes(bad: string, options: LintOptions): string {
  let text = bad
  for (let left = lint(bad, options).length; left >= 0; left--) {
    const [fix] = lint(text, options).flatMap((finding) => {
      const fixes = finding.fixes?.() ?? []
      return options.title === undefined ? fixes.slice(0, 1) : fixes.filter(({ title }) => title === options.title)
    })
    if (fix === undefined) return text
    assert.notEqual(left, 0, `still to be mended: ${fix.title}`)
    assert.equal(fix.edits.length > 0, true, `${fix.title}: nothing to do`)
    text = applyEdits(text, fix.edits)
  }
  return text
}

/** The text with its findings under their lines, in full if `reported` has them in full. */
function withCarets(text: string, findings: readonly Finding[], reported: ReadonlySet<string>): string {
  let start = 0
  return text
    .split('\n')
    .flatMap((line) => {
      const [from, to] = [start, start + line.length]
      start = to + 1
      const here = findings.filter((finding) => finding.span.start >= from && finding.span.start <= to)
      return [line, ...here.map((finding) => caretsOf(finding, from, to, reported))]
    })
    .join('\n')
}

function caretsOf({ span, code, severity, message }: Finding, from: number, to: number, reported: ReadonlySet<string>): string {
  const carets = '^'.repeat(Math.max(1, Math.min(span.end, to) - span.start))
  const full = `${carets} ${code} ${severity}: ${message}`
  return ' '.repeat(span.start - from) + (reported.has(full) ? full : `${carets} ${code}`)
}
