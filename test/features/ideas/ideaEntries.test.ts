import assert from 'node:assert/strict'
import { test } from 'node:test'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { ideaEntries } from '../../../server/src/features/ideas/ideaEntries.ts'
import { ideaLines } from '../../../server/src/features/ideas/ideaLines.ts'
import { readIdeaFile } from '../../../server/src/model/ideaFile.ts'
import type { ListEntry } from '../../../server/src/protocol/ideas.ts'
import { createLinter } from '../../../server/src/rules/engine/createLinter.ts'
import { rules } from '../../../server/src/rules/index.ts'
import { lineIndex } from '../../../server/src/text/lineIndex.ts'
import { summarizeList } from '../../../server/src/workspace/listSummary.ts'
import { list } from '../../support/list.ts'
import { namedForm } from '../../support/namedForm.ts'

const path = '/w/programs/summerofcode/2026.md'
const uri = `file://${path}`

const read = (text: string) => readIdeaFile(text, namedForm(text, { path, knowsProject: () => true }))

function entriesOf(text: string, looked = true): ListEntry {
  const file = read(text)
  const findings = looked ? createLinter(rules, (message) => assert.fail(message)).lint(file) : null
  return ideaEntries(summarizeList(uri, file), lineIndex(TextDocument.create(uri, 'markdown', 1, text), 'utf-16'), findings)
}

const none = { errors: 0, warnings: 0, others: 0 }

test('ideaEntries: a list with its year, its ideas in the order of the text, each with its heading’s place', () => {
  const { label, year, ideas } = entriesOf(list)
  assert.deepEqual([label, year], ['GSoC 2026', 2026])
  const lines = list.split('\n')
  assert.deepEqual(
    ideas.map(({ title, project, position }) => [title, project?.name, lines[position.line]!.slice(position.character)]),
    [
      ['Show the tide', 'Harbor', 'Show the tide'],
      ['Read old logs', 'Harbor', 'Read old logs'],
      ['Ring the bell 🔔', 'Jaeger', 'Ring the bell 🔔'],
    ],
  )
  assert.deepEqual(ideas[0]?.mentors, [
    { name: 'Ada Fern', handle: 'ada-fern', email: 'ada@example.org' },
    { name: 'Bo Reed', handle: 'bo-reed', email: 'bo@example.org' },
  ])
  assert.deepEqual(
    ideas[0]?.skills.map(({ name }) => name),
    ['Go', 'TypeScript', 'CSS'],
  )
})

test('ideaEntries: a finding counts for the idea in which it begins, outside ideas only for the list; without a check there are none', () => {
  // a broken entry of the table, a size without its word, a description that is gone
  const text = list
    .replace('](#read-old-logs)', '](#read-older-logs)')
    .replace('small (~90 hour projects)\n- Mentor', '90 hrs\n- Mentor')
    .replace('- Description: Logs of a hundred years wait to be read.\n', '')
  const { findings, ideas } = entriesOf(text)
  assert.deepEqual(
    ideas.map((idea) => idea.findings),
    [none, { ...none, errors: 2 }, { ...none, errors: 1 }],
  )
  assert.deepEqual(findings, { errors: 3, warnings: 1, others: 0 })
  const unseen = entriesOf(text, false)
  assert.equal(unseen.findings, null)
  assert.deepEqual(
    unseen.ideas.map((idea) => idea.findings),
    [null, null, null],
  )
})

test('ideaEntries: spellings of a project and of a skill have one key; a skill that is written twice comes once', () => {
  const text = list.replace('Recommended Skills: Python', 'Recommended Skills: golang, k8s, Go, k-8-s')
  const { ideas } = entriesOf(text.replace('### Jaeger', '### jaeger').replace('](#jaeger)', '](#jaeger)'))
  const jaeger = entriesOf(list).ideas[2]?.project
  assert.equal(ideas[2]?.project?.key, jaeger?.key)
  assert.deepEqual([ideas[2]?.project?.name, jaeger?.name], ['jaeger', 'Jaeger'])
  assert.deepEqual(
    ideas[1]?.skills.map(({ name }) => name),
    ['Go', 'Kubernetes'],
  )
  assert.equal(ideas[1]?.skills[0]?.key, ideas[0]?.skills[0]?.key)
})

test('ideaEntries: titles contain no direction or control characters; one of only spaces and punctuation is empty', () => {
  const { ideas } = entriesOf(list.replace('#### Show the tide', `#### Show \u202Ethe\ttide ${'x'.repeat(500)}`))
  const title = ideas[0]?.title ?? ''
  assert.ok(title.startsWith('Show ·the tide xxx') && title.endsWith('x…'), title)
  assert.equal(Array.from(title).length, 200)
})

test('ideaEntries: fields under no idea heading are an idea without a title, at its first label', () => {
  const { ideas } = entriesOf(list.replace('#### Ring the bell 🔔\n\n', ''))
  const label = list.split('\n').indexOf('#### Ring the bell 🔔')
  assert.deepEqual(
    ideas.slice(2).map(({ title, project, position }) => [title, project?.name, position]),
    [[null, 'Jaeger', { line: label, character: 2 }]],
  )
})

const linesAt = (text: string, piece: string): string | null => ideaLines(summarizeList(uri, read(text)), text.indexOf(piece))

test('ideaEntries: the text of an idea is its own lines from the heading to the last that says something', () => {
  const start = list.indexOf('#### Read old logs')
  const wanted = list.slice(start, list.indexOf('issues/13') + 'issues/13'.length)
  for (const piece of ['#### Read old', 'Python', '/issues/13']) assert.equal(linesAt(list, piece), wanted, piece)
  const windows = list.replaceAll('\n', '\r\n')
  assert.equal(linesAt(windows, 'Python'), wanted.replaceAll('\n', '\r\n'))
  assert.equal(linesAt(list, '😀 TBD')?.endsWith('😀 TBD'), true)
})

test('ideaEntries: outside ideas there is none, and where one ends the next begins', () => {
  for (const piece of ['How to take part', '#### Idea title', '## How to apply']) assert.equal(linesAt(list, piece), null, piece)
  assert.match(linesAt(list, '#### Show the tide') ?? '', /^#### Show the tide\n/)
})
