import assert from 'node:assert/strict'
import { test } from 'node:test'
import { texts } from './sources.ts'

/** Files that define a top-level name, by the name. */
function definitions(): ReadonlyMap<string, readonly string[]> {
  const declaration =
    /^(?:export )?(?:declare )?(?:abstract )?(?:async )?(?:function\*?|const|let|class|interface|type|enum) ([A-Za-z_$][\w$]*)/gm
  const files = new Map<string, readonly string[]>()
  for (const [path, source] of texts) {
    const names = new Set(Array.from(source.matchAll(declaration), ([, name]) => name!))
    for (const name of names) files.set(name, [...(files.get(name) ?? []), path])
  }
  return files
}

/** `readIdeaFile` is a function of the library, too. */
const maxRepeated = 1

test('names: few top-level names are defined in several files', () => {
  const all = definitions()
  const repeated = [...all].filter(([, files]) => files.length > 1)
  assert.ok(all.size > 1000, 'the scan finds declarations')
  const list = repeated.map(([name, files]) => `${name}: ${files.join(', ')}`).join('\n')
  assert.ok(repeated.length <= maxRepeated, `${repeated.length} names are defined in several files:\n${list}`)
})
