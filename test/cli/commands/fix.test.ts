import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkReportSchema } from '../../../server/src/report/schema.ts'
import { faultyPath, good, runWriting } from '../../support/cli.ts'

const messy = good.replace('- Description:', '-Description:').replace('- Upstream Issue:', '- Upstream issues:')
const notes = '# Notes\n\n-Description: none of ours\n'
const lists = { [faultyPath]: messy, 'lists/good.md': good, 'lists/notes.md': notes }

const decode = (bytes: Uint8Array | undefined): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)

test('fix: --fix writes the files that it changes, says so, and reports what is left', async () => {
  const { ran, written } = await runWriting(lists, ['check', '--fix', '.'])
  assert.deepEqual(ran, {
    code: 0,
    out: `${faultyPath}: fixed 2 problems\nNo problems in 2 lists.\n`,
    err: '',
  })
  assert.deepEqual([...written.keys()], [faultyPath])
  assert.equal(decode(written.get(faultyPath)), good)
})

test('fix: what is not safe stays, and is reported at its new place', async () => {
  const text = messy.replace('https://github.com/goharbor/harbor/issues/1', 'TBD').replace('-Description:', 'Description:\n\n ')
  const { ran, written } = await runWriting({ [faultyPath]: text }, ['check', '--fix', '--format', 'json', faultyPath])
  const fixed = decode(written.get(faultyPath))
  assert.equal(ran.code, 1)
  assert.equal(ran.err.split('\n').length, 2)
  const [file] = checkReportSchema.parse(JSON.parse(ran.out)).files
  const [left, ...more] = file!.findings
  assert.deepEqual(more, [])
  assert.equal(left!.code, 'upstream-url')
  assert.equal(fixed.split('\n')[left!.line - 1]!.slice(left!.column - 1, left!.endColumn - 1), 'TBD')
})

test('fix: a byte-order mark and CRLF stay as they are', async () => {
  const crlf = (text: string): string => `\uFEFF${text.replaceAll('\n', '\r\n')}`
  const { written } = await runWriting({ [faultyPath]: crlf(messy) }, ['check', '--fix', faultyPath])
  assert.equal(decode(written.get(faultyPath)), crlf(good))
})

test('fix: where nothing is to be fixed nothing is written', async () => {
  const { ran, written } = await runWriting({ 'lists/good.md': good }, ['check', '--fix', 'lists'])
  assert.deepEqual([ran.code, ran.out], [0, 'Nothing to fix.\nNo problems in 1 list.\n'])
  assert.equal(written.size, 0)
  const inJson = await runWriting({ 'lists/good.md': good }, ['check', '--fix', '--format', 'json', 'lists'])
  assert.equal(inJson.ran.err, '')
})

test('fix: a rule that is off fixes nothing', async () => {
  const config = '{ "rules": { "field-form": "off", "field-label": "off" } }'
  const { written } = await runWriting({ ...lists, '.idea-files.json': config }, ['check', '--fix', '.'])
  assert.equal(written.size, 0)
})

test('fix: a file that may not be written is an error, and its findings are those that it still has', async () => {
  const path = `locked/${faultyPath}`
  const { ran } = await runWriting({ [path]: messy }, ['check', '--fix', '--format', 'json', path])
  const report = checkReportSchema.parse(JSON.parse(ran.out))
  assert.equal(ran.code, 2)
  assert.deepEqual(report.errors, [{ path, message: 'could not write (permission denied)' }])
  assert.equal(report.files[0]!.findings.filter(({ fix }) => fix === 'safe').length, 2)
})

test('fix: without --fix nothing is ever written', async () => {
  for (const format of ['text', 'json', 'github', 'sarif']) {
    assert.equal((await runWriting(lists, ['check', '--format', format, '.'])).written.size, 0)
  }
})
