import assert from 'node:assert/strict'
import { test } from 'node:test'
import { planNewIdea } from '../../../../server/src/features/authoring/newIdea.ts'
import { folderIdeaIn } from '../../../../server/src/model/folder/folderIdea.ts'
import { readFileInFolder } from '../../../../server/src/model/folder/readInFolder.ts'
import { readIdeaFile } from '../../../../server/src/model/ideaFile.ts'
import type { IdeaFile } from '../../../../server/src/model/types.ts'
import { type Asking, checkCompletion, shownAt } from '../../../support/checkCompletion.ts'
import { planned } from '../../../support/plans.ts'

const options = { path: 'ideas/lamp.md', knowsProject: () => false }

/** A file with an idea. */
const ideaWith = (size: string, difficulty: string, skills = ' [Go, SQL]'): string => `---
title: Turn the lamp faster
size:${size}
difficulty:${difficulty}
mentors:
  - Mia Stone (@mia-stone)
skills:${skills}
---

# Turn the lamp faster

The lighthouse turns too slowly.

## Expected outcomes

- A lamp that turns
`

const siblings = [ideaWith(' 175h', ' medium'), ideaWith(' "90h"', ' easy # for now'), ideaWith(' 175h', ' hard')].map(
  (text) => folderIdeaIn(readIdeaFile(text, options))!.facts,
)
const read = (text: string): IdeaFile => readFileInFolder(text, options, siblings)
const asking: Asking = { read, asked: 'invoked' }

test('completion in front matter: sizes and difficulties that the other files have', () => {
  assert.deepEqual(shownAt(ideaWith(' $0', ' medium'), asking), ['175h', '90h'])
  const difficulty = ideaWith(' 175h', ' $0')
  assert.deepEqual(shownAt(difficulty, asking), ['medium', 'easy', 'hard'])
  checkCompletion(difficulty, 'hard', difficulty.replace('$0', 'hard'), asking)
  const begun = ideaWith('$0', ' easy')
  checkCompletion(begun, '90h', begun.replace('$0', ' 90h'), asking)
  const item = ideaWith('\n  - $0', ' easy')
  checkCompletion(item, '90h', item.replace('$0', '90h'), asking)
})

test('completion in front matter: skills in brackets and in items, without those that are there', () => {
  for (const [skills, expected] of [
    [' [Go, $0]', ' [Go, TypeScript]'],
    [' [Go, Ty$0]', ' [Go, TypeScript]'],
    [' [$0]', ' [TypeScript]'],
    [' [Ty$0, Go]', ' [TypeScript, Go]'],
    ['\n  - Go\n  - Ty$0', '\n  - Go\n  - TypeScript'],
    ['\n  - Go\n  - $0', '\n  - Go\n  - TypeScript'],
    [' Go, Ty$0', ' Go, TypeScript'],
  ] as const) {
    const text = ideaWith(' 175h', ' easy', skills)
    checkCompletion(text, 'TypeScript', ideaWith(' 175h', ' easy', expected), asking)
    assert.equal(shownAt(text, asking).includes('Go'), !skills.includes('Go'), skills)
  }
})

test('new idea in a folder: values to choose from, and lists in brackets', () => {
  const file = read(ideaWith(' 350h', ' hard'))
  const [edit] = planned(planNewIdea(file, { project: '', title: 'Ring the bell', at: 0 }, read)).edits
  assert.match(edit!.newText, /\nsize: \$\{1:175h\}\ndifficulty: \$\{2:hard\}\nmentors:\n {2}- \$\{3\}\nskills: \[\$\{4\}\]\n---/)
})
