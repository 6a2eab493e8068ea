import assert from 'node:assert/strict'
import { test } from 'node:test'
import { knowsProject } from '../../../server/src/catalog/knownProjects.ts'
import { ComparedLists } from '../../../server/src/lsp/workspace/comparedLists.ts'
import { readIdeaFile } from '../../../server/src/model/ideaFile.ts'
import type { OpenFile } from '../../../server/src/workspace/host.ts'
import { summarizeOpenList } from '../../../server/src/workspace/listSummary.ts'

const uriOf = (path: string): string => `file:///ideas/${path}`
const openFile = (path: string, word: string): OpenFile => ({
  uri: uriOf(path),
  file: readIdeaFile(`## Harbor\n\n### ${word}\n\n- Description: all\n- Mentor(s): Ada Fern (@ada-fern)\n`, {
    path: `/ideas/${path}`,
    knowsProject,
  }),
})

/** A workspace of open files that counts how often its lists are asked for. */
function countingWorkspace() {
  const state = { version: 0, open: [] as readonly OpenFile[], asked: 0 }
  const compared = new ComparedLists()
  const peersOf = (path: string) => {
    const workspace = {
      version: state.version,
      realUri: (uri: string) => uri,
      lists: () => {
        state.asked++
        return state.open.map(({ uri, file }) => summarizeOpenList(uri, file, uri))
      },
    }
    return compared.peers(uriOf(path), workspace, state.open)
  }
  return { state, compared, peersOf }
}

const first = 'programs/lfx-mentorship/2025/01-Mar-May/README.md'
const second = 'programs/lfx-mentorship/2025/01-Mar-May/selected_projects.md'

test('ComparedLists: a key in a list does not compose all lists', () => {
  const { state, peersOf } = countingWorkspace()
  state.open = [openFile(first, 'Dock'), openFile(second, 'Anchor')]
  const peers = peersOf(second)
  assert.deepEqual(
    peers.map(({ uri }) => uri),
    [uriOf(first)],
  )
  state.open = [state.open[0]!, openFile(second, 'Anchors')]
  assert.equal(peersOf(second), peers)
  assert.equal(state.asked, 1)
})

test('ComparedLists: another list that is open, closed or edited, or a new version of those on disk, is seen', () => {
  const { state, compared, peersOf } = countingWorkspace()
  state.open = [openFile(second, 'Anchor')]
  assert.deepEqual(peersOf(second), [])
  state.open = [openFile(first, 'Dock'), ...state.open]
  const peers = peersOf(second)
  assert.equal(peers.length, 1)
  state.open = [openFile(first, 'Docks'), state.open[1]!]
  assert.notEqual(peersOf(second), peers)
  state.open = state.open.slice(1)
  assert.deepEqual(peersOf(second), [])
  const asked = state.asked
  state.version++
  peersOf(second)
  compared.forget(uriOf(second))
  peersOf(second)
  assert.equal(state.asked, asked + 2)
})

test('ComparedLists: whether a file without a programme has peers is up to its own text: nothing is kept', () => {
  const { state, peersOf } = countingWorkspace()
  state.open = [openFile('notes/ideas.md', 'Dock')]
  peersOf('notes/ideas.md')
  peersOf('notes/ideas.md')
  assert.equal(state.asked, 2)
})
