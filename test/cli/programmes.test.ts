import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkReportSchema, exportReportSchema } from '../../server/src/report/schema.ts'
import { faulty, faultyPath, runOn, runWriting } from '../support/cli.ts'
import { configuration, orchard } from '../support/orchard.ts'

const files = {
  'orchard/.idea-files.json': configuration,
  'orchard/ideas/2026.md': orchard,
  'orchard/README.md': '# Gärten\n\n- Betreuung: alle\n',
  [faultyPath]: faulty,
}

test('programmes: check finds the lists of a programme by its globs, among others', async () => {
  const { code, out } = await runOn(files, ['check', '--format', 'json', '.'])
  const { files: checked } = checkReportSchema.parse(JSON.parse(out))
  assert.equal(code, 1)
  assert.deepEqual(
    checked.map(({ path, profile, findings }) => [path, profile, findings.length]),
    [
      [faultyPath, 'lfx-proposal', 3],
      ['orchard/ideas/2026.md', 'orchard', 6],
    ],
  )
})

test('programmes: check --fix applies safe fixes, toc updates the table, export prints the model', async () => {
  const { written } = await runWriting(files, ['check', '--fix', 'orchard'])
  const fixed = new TextDecoder().decode(written.get('orchard/ideas/2026.md'))
  assert.equal(
    fixed,
    orchard
      .replace('#vor-dem-schwarmen-warnen', '#vor-dem-schwärmen-warnen')
      .replace('Worum es geht', 'Zusammenfassung')
      .replace('<!-- tocstop -->', '  - [Die Presse belauschen](#die-presse-belauschen)\n<!-- tocstop -->'),
  )
  const toc = await runOn(files, ['toc', '--check', 'orchard'])
  assert.equal(toc.code, 1)
  assert.match(toc.out, /\+ {3}- \[Die Presse belauschen\]\(#die-presse-belauschen\)/)
  const { out } = await runOn(files, ['export', 'orchard'])
  const [list] = exportReportSchema.parse(JSON.parse(out)).files
  assert.deepEqual([list?.profile, list?.projects.flatMap(({ ideas }) => ideas).length], ['orchard', 8])
  const csv = await runOn(files, ['export', '--format', 'csv', 'orchard'])
  assert.match(csv.out, /orchard\/ideas\/2026\.md,orchard,Apfelkarte,Sorten am Blatt erkennen,20,lang,/)
})

test('programmes: --profile takes a programme of the project file, and refuses an undefined one', async () => {
  const draft = { ...files, 'orchard/drafts/new.md': orchard }
  const { out } = await runOn(draft, ['check', '--format', 'json', '--profile', 'orchard', 'orchard/drafts/new.md'])
  assert.deepEqual(
    checkReportSchema.parse(JSON.parse(out)).files.map(({ profile, findings }) => [profile, findings.length]),
    [['orchard', 6]],
  )
  const refused = await runOn(draft, ['check', '--profile', 'meadow', 'orchard'])
  assert.equal(refused.code, 2)
  assert.match(refused.err, /unknown profile "meadow"; use gsoc, .*lfx-accepted, orchard\n/)
  const without = await runOn({ 'a.md': faulty }, ['check', '--profile', 'orchard', 'a.md'])
  assert.match(without.err, /unknown profile "orchard"; use gsoc, .*lfx-accepted\n/)
})

test('programmes: a mistake in a programme is reported in the project file, and the rest of it holds', async () => {
  const broken = configuration.replace('"max": 3', '"max": "three"')
  const { out } = await runOn({ ...files, 'orchard/.idea-files.json': broken }, ['check', 'orchard'])
  assert.match(out, /invalid-configuration\s+"three" is not a number\./)
  assert.match(out, /missing-field\s+This idea is missing the "Treffpunkt" field/)
})
