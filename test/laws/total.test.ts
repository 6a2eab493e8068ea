import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { readIdeaFile } from '../../server/src/model/ideaFile.ts'
import type { IdeaFile } from '../../server/src/model/types.ts'
import { createLinter } from '../../server/src/rules/engine/createLinter.ts'
import { rules } from '../../server/src/rules/index.ts'
import type { Span } from '../../server/src/text/span.ts'
import { runs } from '../support/runs.ts'
import { anyMarkdown, nearlyIdeaList } from './texts.ts'

const read = (text: string): IdeaFile => readIdeaFile(text, { path: 'programs/summerofcode/2026.md', knowsProject: () => false })

/** A rule that fails, or points outside the text, fails the law. */
const linter = createLinter(rules, (message) => assert.fail(message))

const within = (span: Span, length: number): boolean => span.start >= 0 && span.start <= span.end && span.end <= length

test('total: no text makes the reader or a rule throw, and every span lies in its bounds', () => {
  const any = fc.oneof(anyMarkdown, nearlyIdeaList, fc.string({ unit: 'binary', maxLength: 200 }))
  fc.assert(
    fc.property(any, (text) => {
      const file = read(text)
      for (const { span } of linter.lint(file)) assert.ok(within(span, text.length), JSON.stringify(span))
      for (const project of file.projects) {
        assert.ok(within(project.span, text.length))
        for (const { idea, at } of project.ideas) {
          assert.ok(at + idea.length <= text.length)
          const spans = [
            ...idea.fields.flatMap((field) => [field.span, field.labelSpan, field.valueSpan]),
            ...idea.mentors.flatMap((mentor) => [mentor.span, mentor.nameSpan, mentor.handleSpan, mentor.emailSpan]),
            ...idea.upstream.map((link) => link.span),
            ...idea.skills.map((skill) => skill.span),
          ]
          for (const span of spans) assert.ok(span === null || within(span, idea.length), JSON.stringify(span))
        }
      }
      for (const { heading, at } of file.headings) assert.ok(within(heading.textSpan, text.length - at))
      for (const entry of file.toc?.entries ?? []) assert.ok(within(entry.anchorSpan, text.length - file.toc!.at))
    }),
    runs(1200),
  )
})

const long = (piece: string, length: number): string => piece.repeat(Math.ceil(length / piece.length))

/** What makes parsers slow: deep nesting, marks that pair up badly, comments and fences never closed. */
const hostile: Readonly<Record<string, string>> = {
  'one fence never closed': `# a\n- Mentors: x\n\`\`\`\n${long('text\n', 200_000)}`,
  'one comment never closed': `- Mentors: x\n<!--\n${long('# a\n', 200_000)}`,
  'quotes in quotes': `- Mentors: x\n${long('> ', 20_000)}`,
  'lists in lists': `- Mentors: x\n${long('- ', 20_000)}`,
  'emphasis that never closes': `- Mentors: ${long('*a_ ', 60_000)}`,
  'comments inside a line': `- Mentors: ${long('a <!--', 60_000)}`,
  brackets: `- Mentors: ${long('[', 60_000)}`,
  'mentors without end': `# a\n- Description: x\n- Mentors: ${long('Ann Lee (@ann, ', 60_000)}`,
  'one word': `# a\n- Description: x\n- Mentors: ${long('a', 60_000)}`,
  'at signs': `# a\n- Description: x\n- Mentors: ${long('a@', 60_000)}`,
  dots: `# a\n- Description: x\n- Mentors: ${long('a@a.', 60_000)}`,
  'blank lines': `- Mentors: x\n${long('\n', 500_000)}`,
  'carriage returns': `- Mentors: x\r${long('# a\r', 100_000)}`,
  skills: `# a\n- Mentors: x\n- Skills: ${long('a and (b, ', 60_000)}`,
  'an open link': `# a\n- Description: x\n- Mentors: [a]${long('(', 60_000)}`,
  commas: `# a\n- Description: x\n- Mentors: ${long('a, ', 60_000)}`,
  ampersands: `# a\n- Description: x\n- Mentors: ${long('&', 60_000)}`,
  'a size of blanks': `# a\n- Mentors: x\n- Size: medium${long(' ', 60_000)}x`,
  'an address of dots': `# a\n- Description: x\n- Mentors: http://a${long('.', 60_000)}x`,
  'more bullets than a call takes arguments': `# a\n- Description: x\n- Mentors:\n${long('* a\n', 600_000)}`,
  'many addresses': `# a\n- Mentors: x\n- Issue:\n${Array.from({ length: 10_000 }, (_, n) => `  - https://a.org/${n}\n`).join('')}`,
}

test('total: hostile text is read in the end', () => {
  const folder = mkdtempSync(join(tmpdir(), 'idea-files-'))
  try {
    const files = Object.entries(hostile).map(([name, text], index) => {
      const path = join(folder, `${index}.md`)
      writeFileSync(path, text)
      return { name, path }
    })
    // a process of its own can be ended: a test cannot stop what runs inside it; each alone only where one of all fails
    const check = (...paths: readonly string[]) =>
      spawnSync(process.execPath, ['dist/cli.js', 'check', ...paths], { timeout: 300_000, stdio: 'ignore' })
    const isFine = ({ status, error }: ReturnType<typeof check>): boolean => !error && (status === 0 || status === 1)
    const all = check(...files.map(({ path }) => path))
    const failing = isFine(all) ? [] : files.filter(({ path }) => !isFine(check(path))).map(({ name }) => name)
    assert.ok(isFine(all), `${all.error?.message ?? all.status}: ${failing.join(', ')}`)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
