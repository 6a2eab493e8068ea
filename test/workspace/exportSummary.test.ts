import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isExportSummary, summarizeExport } from '../../server/src/workspace/exportSummary.ts'
import { lfxExportText } from '../support/lfxExports.ts'

const summary = summarizeExport('file:///w/lfx-export.json', lfxExportText)!

test('export summary: its programs are ideas of their projects, with people and places in the JSON', () => {
  assert.ok(isExportSummary(summary))
  assert.deepEqual(
    summary.projects.map(({ name, ideas }) => [name, ideas.map(({ title }) => title)]),
    [
      ['Harbor', ['Copy what is signed']],
      ['etcd', ['Keep the log short']],
    ],
  )
  const [idea] = summary.projects[0]!.ideas
  assert.deepEqual(
    idea!.mentors.map(({ name, handle, email, lfid, primary }) => [name, handle, email, lfid, primary]),
    [
      ['Ada Example', 'ada', 'ada@example.org', 'adalf', true],
      ['Cleo Example', 'cleo', 'cleo@example.org', 'cleolf', false],
    ],
  )
  assert.deepEqual(
    idea!.skills.map(({ name }) => name),
    ['Go', 'Rust'],
  )
  assert.equal(lfxExportText.slice(idea!.span.start, idea!.span.end), 'Copy what is signed')
  assert.equal(idea!.upstream[0]?.url, 'https://github.com/goharbor/harbor/issues/1')
})

test('export summary: its term is that of its folder, otherwise that of all its programs', () => {
  const programmeAt = (uri: string, text = lfxExportText) => summarizeExport(uri, text)!.programme
  const term = { label: 'LFX 2026 03-Sep-Nov', year: 2026, term: 'lfx/2026/03-sep-nov/accepted' }
  assert.deepEqual(programmeAt('file:///w/lfx-export.json'), term)
  assert.deepEqual(programmeAt('file:///w/lfx-mentorship/2026/03-Sep-Nov/lfx-export.json'), term)
  const two = lfxExportText.replace('"term": "2026 Term 3', '"term": "2026 Term 2')
  assert.deepEqual(programmeAt('file:///w/lfx-export.json', two), {
    label: 'lfx-export.json',
    year: null,
    term: 'file//w/lfx-export.json',
  })
})

test('export summary: another JSON file is not a list', () => {
  assert.equal(summarizeExport('file:///w/lfx-export.json', '{"a":1}'), null)
})
