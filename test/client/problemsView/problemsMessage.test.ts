import assert from 'node:assert/strict'
import { test } from 'node:test'
import { foldersWithoutGit, problemsMessage } from '../../../client/src/problemsView/problemsMessage.ts'

const folder = (name: string) => ({ name, uri: `file:///w/${name}` })

test('problems view: folders without a git repository in, above or below them are named', () => {
  const folders = ['ideas', 'ideas-old', 'inside', 'around'].map(folder)
  const roots = ['file:///w/ideas', 'file:///w/around/lists', 'file:///w/inside-not']
  const isIn = (uri: string): boolean => uri === 'file:///w/ideas' || uri === 'file:///w/inside'
  assert.deepEqual(foldersWithoutGit(folders, roots, isIn), ['ideas-old'])
  assert.deepEqual(foldersWithoutGit([], roots, isIn), [])
})

test('problems view: no problems are not all if a folder was not compared', () => {
  const own = 'The folder lists has no git repository whose HEAD could be compared with.'
  assert.equal(problemsMessage(0, []), 'No list has such problems.')
  assert.equal(problemsMessage(0, ['lists']), `No list has such problems. ${own}`)
  assert.equal(problemsMessage(2, ['lists']), own)
  assert.equal(problemsMessage(2, []), '')
  assert.equal(
    problemsMessage(1, ['lists', 'old']),
    'The folders lists and old have no git repository whose HEAD could be compared with.',
  )
})
