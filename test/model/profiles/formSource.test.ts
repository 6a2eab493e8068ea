import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readIdeaFile } from '../../../server/src/model/ideaFile.ts'
import { formSourceOf } from '../../../server/src/model/profiles/formSource.ts'
import { profiles } from '../../../server/src/model/profiles/profiles.ts'
import type { ReadOptions } from '../../../server/src/model/types.ts'

const knowsProject = (): boolean => false
const source = (text: string, options: Partial<ReadOptions> = {}) =>
  formSourceOf(readIdeaFile(text, { path: 'docs/ideas.md', knowsProject, ...options }))

const idea = (title: string): string =>
  `#### ${title}\n\n- Description: It turns.\n- Skills: Go\n- Mentor(s):\n  - Ada Fern (@adafern)\n\n`
const text = `# Ideas\n\n### Lamps\n\n${idea('Turn it')}${idea('Dim it')}`
const path = 'programs/summerofcode/2026.md'

test('formSource: the template goes before the configuration, that before the folder of a program', () => {
  const template = `# Ideas\n\n## Template\n\n\`\`\`\n${idea('Title')}\`\`\`\n\n${text.slice(9)}`
  assert.deepEqual(source(template, { path, profile: profiles.gsoc }), { kind: 'template' })
  assert.deepEqual(source(text, { path, profile: profiles.gsoc }), { kind: 'configuration' })
  assert.deepEqual(source(text, { path }), { kind: 'profile' })
})

test('formSource: without any of them the form is learned from the ideas', () => {
  assert.deepEqual(source(text), { kind: 'learned', ideas: 2 })
})
