import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { knowsProject } from '../../../server/src/catalog/knownProjects.ts'
import { readIdeaFile, updateIdeaFile } from '../../../server/src/model/ideaFile.ts'
import type { IdeaFile } from '../../../server/src/model/types.ts'
import { createLinter } from '../../../server/src/rules/engine/createLinter.ts'
import { rules } from '../../../server/src/rules/index.ts'

/** Collects all garbage. */
const collectGarbage = (): void => {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
}

/** A list whose projects are out of order, which is a report with a fix. */
const list = `# Ideas

### Harbor

#### Sign what is copied
- Description: Signatures travel along.
- Mentor(s): Ada Example (@ada)

### Dapr

#### Copy what is signed
- Description: Copies keep their signatures.
- Mentor(s): Ben Example (@ben)
`
const options = { path: 'summerofcode/2026.md', knowsProject }

test('fileRuleCache: reports that moved with an edit do not keep the versions before it in memory', async () => {
  const linter = createLinter(rules, (message) => assert.fail(message))
  const versions: WeakRef<IdeaFile>[] = []
  let file = readIdeaFile(list, options)
  const typed = list.indexOf(' along')
  for (let count = 0; count < 10; count++) {
    assert.ok(linter.lint(file).some(({ code, fixes }) => code === 'project-order' && fixes))
    versions.push(new WeakRef(file))
    const text = `${file.text.slice(0, typed)}x${file.text.slice(typed)}`
    file = updateIdeaFile(file, text, { start: typed, oldEnd: typed, newEnd: typed + 1 }, options)
  }
  linter.lint(file)
  // what a weak reference was asked for lives until the current task ends
  await new Promise(setImmediate)
  collectGarbage()
  assert.deepEqual(
    versions.slice(0, -2).filter((version) => version.deref() !== undefined),
    [],
  )
})
