import assert from 'node:assert/strict'
import { test } from 'node:test'
import { read } from './checkRule.ts'
import { makeWorkspace } from './generatedWorkspace.ts'

test('generatedWorkspace: a generated workspace has 50 lists, about 2,000 ideas and 2 MB, and people who come back', () => {
  const workspace = makeWorkspace(1)
  assert.equal(workspace.size, 50)
  const bytes = [...workspace.values()].reduce((sum, text) => sum + new TextEncoder().encode(text).length, 0)
  assert.ok(bytes > 1_900_000 && bytes < 2_200_000, `${bytes} bytes`)
  const files = [...workspace].map(([path, text]) => read(text, path))
  const ideas = files.flatMap(({ projects }) => projects.flatMap((project) => project.ideas))
  assert.ok(ideas.length > 1_900 && ideas.length < 2_200, `${ideas.length} ideas`)
  const addresses = new Map<string, Set<string>>()
  for (const { handle, email } of ideas.flatMap(({ idea }) => idea.mentors)) {
    if (handle !== null && email !== null) addresses.set(handle, (addresses.get(handle) ?? new Set()).add(email))
  }
  const moved = [...addresses.values()].filter((known) => known.size > 1)
  assert.ok(moved.length > 100, `${moved.length} of ${addresses.size} people have two addresses`)
})
