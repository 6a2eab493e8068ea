import assert from 'node:assert/strict'
import { test } from 'node:test'
import { knowsProject } from '../../server/src/catalog/projects.ts'
import { readIdeaFile, updateIdeaFile } from '../../server/src/model/ideaFile.ts'
import { fixAll } from '../../server/src/rules/engine/fixAll.ts'
import { createLinter } from '../../server/src/rules/engine/runner.ts'
import { rules } from '../../server/src/rules/index.ts'
import { makeList } from '../support/generatedList.ts'

/** A long list in which some five hundred places can be mended: labels, forms, mentors, the table of contents. */
function messyList(): string {
  let count = 0
  const some = (written: string, slip: string): string => (count++ % 3 === 0 ? slip : written)
  return makeList({ bytes: 400_000, seed: 1, findingsAtMost: 150 })
    .replace(/^- Description:/gm, (label) => some(label, '-Description:'))
    .replace(/^- Mentor\(s\):/gm, (label) => some(label, '- Mentors'))
    .replace(/ \((@[\w-]+), ([^)]+)\)/g, (bracket, handle, email) => some(bracket, ` ${handle} ${email}`))
    .replace(/\]\(#([\w-]+)\)/g, (link, anchor) => some(link, `](#${anchor}x)`))
}

test('everything safe in a list of 400 KB is mended, the list being checked a handful of times', () => {
  const options = { path: 'programs/summerofcode/2026.md', knowsProject }
  const linter = createLinter(rules, (message) => assert.fail(message))
  const file = readIdeaFile(messyList(), options)
  const findings = linter.lint(file)
  let checks = 0
  const update = (...[before, now, change]: [typeof file, string, Parameters<typeof updateIdeaFile>[2]]): typeof file =>
    updateIdeaFile(before, now, change, options)
  const { edits, file: after } = fixAll(file, {
    update,
    lint: (now) => {
      checks++
      return linter.lint(now)
    },
  })
  assert.ok(findings.filter(({ fix }) => fix === 'safe').length > 400, `${findings.length} findings`)
  assert.ok(edits.length > 280, `${edits.length} edits`)
  assert.deepEqual(
    linter.lint(after).filter(({ fix }) => fix === 'safe'),
    [],
  )
  assert.ok(checks <= 6, `${checks}`)
})
