import assert from 'node:assert/strict'
import { test } from 'node:test'
import { projectName } from '../../server/src/rules/projectName.ts'
import { applyEdits } from '../../server/src/text/edits.ts'
import { lint } from '../support/checkRule.ts'
import { projectList, projectText, reportedHeadings } from '../support/projectLists.ts'

test('project-name: letter case, spaces and hyphens of a name are fixed, and fixing again changes nothing', () => {
  const text = projectList('ETCD', 'Cert Manager', 'kubernetes (SIG CLI)')
  const fixed = applyEdits(
    text,
    lint(text, { rules: [projectName] }).flatMap(({ fixes }) => fixes!()[0]!.edits),
  )
  assert.deepEqual(fixed.match(/^### .*/gm), ['### etcd', '### cert-manager', '### Kubernetes (SIG CLI)'])
  assert.deepEqual(reportedHeadings(fixed, projectName), [])
})

test('project-name: a name with marks between its letters is reported without a safe fix', () => {
  const text = projectText('Kube**armor**', 'One')
  const [finding] = lint(text, { rules: [projectName] })
  assert.equal(finding?.fix, 'none')
})
