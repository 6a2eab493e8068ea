import assert from 'node:assert/strict'
import { test } from 'node:test'
import { folderIdeaIn } from '../../server/src/model/folder/folderIdea.ts'
import { readIdeaFile } from '../../server/src/model/ideaFile.ts'
import { createLinter } from '../../server/src/rules/engine/createLinter.ts'
import { rules } from '../../server/src/rules/index.ts'
import { earlierPeers } from '../../server/src/workspace/peers.ts'
import { folderFiles, headedIdea } from '../support/folderList.ts'
import { MemoryWorkspace, uriOf } from '../support/memoryFiles.ts'

/** The problems of a file next to the other files of its folder, with the file that each refers to. */
async function problems(files: Readonly<Record<string, string>>, path: string): Promise<readonly string[]> {
  const memory = new MemoryWorkspace(files)
  await memory.load('/w')
  const { file } = folderIdeaIn(readIdeaFile(files[path]!, { path, knowsProject: () => false }))!
  const peers = earlierPeers(uriOf(path), memory.workspace.lists())
  return createLinter(rules)
    .lint(file, {}, peers)
    .map(({ code, message, related = [] }) => [code, message, ...related.map(({ uri }) => uri?.split('/').at(-1))].join(' | '))
}

test('folderPeers: a title and an outcome that an earlier file of the folder has are reported in the later one', async () => {
  const outcome = 'A dial that shows how long the spring lasts, in every room of the tower'
  const files = {
    ...folderFiles('/w/ideas', 2),
    '/w/ideas/3.md': headedIdea({ title: 'Ring', outcome }),
    '/w/ideas/4.md': headedIdea({ title: 'Wind CLOCK 1', outcome }),
  }
  assert.deepEqual(await problems(files, '/w/ideas/4.md'), [
    'duplicate-idea | 1.md already has an idea titled "Wind CLOCK 1". | 1.md',
    'duplicate-text | "Expected outcomes" has the same text as in "Ring". | 3.md',
  ])
  assert.deepEqual(await problems(files, '/w/ideas/1.md'), [])
  assert.deepEqual(await problems(files, '/w/ideas/3.md'), [])
})
