import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readIdeaFile, updateIdeaFile } from '../../server/src/model/ideaFile.ts'
import type { IdeaFile } from '../../server/src/model/types.ts'
import { createLinter } from '../../server/src/rules/engine/createLinter.ts'
import { fixAll } from '../../server/src/rules/engine/fixAll.ts'
import { rules } from '../../server/src/rules/index.ts'
import type { Finding } from '../../server/src/rules/rule.ts'
import { applyEdits, areDisjoint } from '../../server/src/text/edits.ts'
import type { Span } from '../../server/src/text/span.ts'
import { runs } from '../support/runs.ts'
import { editInAnyForm, listInAnyForm } from './listsInAnyForm.ts'
import { proseOf } from './messyList.ts'

const options = { path: 'docs/ideas.md', knowsProject: (): boolean => false }
const newLinter = () => createLinter(rules, (message) => assert.fail(message))
const read = (text: string): IdeaFile => readIdeaFile(text, options)
const lint = (text: string): readonly Finding[] => newLinter().lint(read(text))

test('anyForm: most of the generated lists are read as lists whose form is learned', () => {
  const texts = fc.sample(listInAnyForm, runs(200))
  const learned = texts.filter((text) => read(text).template.learned !== undefined)
  assert.ok(learned.length > texts.length * 0.6, `${learned.length} of ${texts.length}`)
})

/** All that features and rules can see of a file. */
const seen = ({ text, options: _, sections, numberedSlugs, tocReading, learning, ...file }: ReturnType<typeof readIdeaFile>) =>
  file

const seenFindings = (findings: readonly Finding[]) =>
  findings.map(({ fixes, individualFixes, ...finding }) => ({
    ...finding,
    fixes: fixes?.(),
    individualFixes: individualFixes?.(),
  }))

test('anyForm: after any edits the model and the findings are those of a fresh reading', () => {
  fc.assert(
    fc.property(listInAnyForm, fc.array(editInAnyForm, { minLength: 1, maxLength: 6 }), (list, edits) => {
      const linter = newLinter()
      let file = readIdeaFile(list, options)
      linter.lint(file)
      for (const { from, length, insert } of edits) {
        const start = Math.floor(from * file.text.length)
        const oldEnd = Math.min(file.text.length, start + length)
        const text = file.text.slice(0, start) + insert + file.text.slice(oldEnd)
        file = updateIdeaFile(file, text, { start, oldEnd, newEnd: start + insert.length }, options)
        const fresh = readIdeaFile(text, options)
        assert.deepEqual(seen(file), seen(fresh))
        assert.deepEqual(seenFindings(linter.lint(file)), seenFindings(newLinter().lint(fresh)))
      }
    }),
    runs(150),
  )
})

const within = (span: Span, length: number): boolean => span.start >= 0 && span.start <= span.end && span.end <= length

test('anyForm: every span lies in its bounds', () => {
  fc.assert(
    fc.property(listInAnyForm, (text) => {
      const file = read(text)
      for (const { span } of newLinter().lint(file)) assert.ok(within(span, text.length), JSON.stringify(span))
      for (const { idea, at } of file.projects.flatMap(({ ideas }) => ideas)) {
        assert.ok(at + idea.length <= text.length)
        const spans = [
          ...idea.fields.flatMap((field) => [field.span, field.labelSpan, field.valueSpan]),
          ...idea.mentors.flatMap((mentor) => [mentor.span, mentor.nameSpan, mentor.handleSpan, mentor.emailSpan]),
          ...idea.upstream.map((link) => link.span),
          ...idea.skills.map((skill) => skill.span),
        ]
        for (const span of spans) assert.ok(span === null || within(span, idea.length), JSON.stringify(span))
      }
    }),
    runs(300),
  )
})

test('anyForm: the span of a name, a handle or an address is where it is written', () => {
  fc.assert(
    fc.property(listInAnyForm, (text) => {
      for (const { idea, at } of read(text).projects.flatMap(({ ideas }) => ideas)) {
        const written = (span: Span): string => text.slice(at + span.start, at + span.end).replace(/\s+/g, ' ')
        for (const { name, nameSpan, handle, handleSpan, email, emailSpan } of idea.mentors) {
          if (name !== null && nameSpan) assert.ok(written(nameSpan).includes(name), `${name}: ${written(nameSpan)}`)
          if (handle !== null && handleSpan) assert.ok(written(handleSpan).includes(handle), `${handle}: ${written(handleSpan)}`)
          if (email !== null && emailSpan) assert.ok(written(emailSpan).includes(email), `${email}: ${written(emailSpan)}`)
        }
      }
    }),
    runs(300),
  )
})

test('anyForm: a fix can be applied and keeps every word of prose, once', () => {
  fc.assert(
    fc.property(listInAnyForm, fc.boolean(), (list, windows) => {
      const text = windows ? list.replaceAll('\n', '\r\n') : list
      for (const finding of lint(text)) {
        for (const { title, edits, kind } of finding.fixes?.() ?? []) {
          const name = `${finding.code}: ${title} (${finding.message})`
          assert.ok(areDisjoint(edits), name)
          const after = applyEdits(text, edits)
          assert.notEqual(after, text, name)
          if (finding.code === 'duplicate-mentor' && kind === 'review') continue
          const prose = (of: string): readonly string[] =>
            finding.code.startsWith('toc-') ? [...new Set(proseOf(of))] : proseOf(of)
          assert.deepEqual(prose(after), prose(text), `${name}\n${text}\n-------- became\n${after}`)
        }
      }
    }),
    runs(100),
  )
})

test('anyForm: a second run of fix-all changes nothing, and the first loses no idea, mentor or word', () => {
  const people = (text: string) =>
    read(text).projects.map(({ ideas }) =>
      ideas.map(({ idea }) => [idea.heading?.text, idea.mentors.map(({ name, handle, email }) => [name, handle, email])]),
    )
  const fixed = (text: string): string => {
    const { file, edits } = fixAll(readIdeaFile(text, options), {
      update: (before, now, change) => updateIdeaFile(before, now, change, options),
      lint: (now) => lint(now.text),
    })
    assert.equal(file.text, applyEdits(text, edits))
    return file.text
  }
  fc.assert(
    fc.property(listInAnyForm, (text) => {
      const once = fixed(text)
      assert.equal(fixed(once), once)
      assert.deepEqual(people(once), people(text))
      assert.deepEqual([...new Set(proseOf(once))], [...new Set(proseOf(text))])
    }),
    runs(100),
  )
})
