import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readIdeaFile } from '../../server/src/model/ideaFile.ts'
import type { IdeaFile } from '../../server/src/model/types.ts'
import type { Span } from '../../server/src/text/span.ts'
import { anyMarkdown, nearlyIdeaList } from './texts.ts'

const read = (text: string): IdeaFile => readIdeaFile(text, { path: 'programs/summerofcode/2026.md', knowsProject: () => false })

const within = (span: Span, length: number): boolean => span.start >= 0 && span.start <= span.end && span.end <= length

test('no text makes the reader throw, and every span lies in its bounds', () => {
  const any = fc.oneof(anyMarkdown, nearlyIdeaList, fc.string({ unit: 'binary', maxLength: 200 }))
  fc.assert(
    fc.property(any, (text) => {
      const file = read(text)
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
    { numRuns: 3000 },
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
}

for (const [name, text] of Object.entries(hostile)) {
  test(`hostile text is read in the end: ${name}`, { timeout: 20_000 }, () => assert.equal(read(text).text.length, text.length))
}
