import assert from 'node:assert/strict'
import { test } from 'node:test'
import { learnedConfiguration } from '../../../server/src/features/adoptForm/learnedConfiguration.ts'
import { readIdeaFile, updateIdeaFile } from '../../../server/src/model/ideaFile.ts'
import type { IdeaFile, ReadOptions } from '../../../server/src/model/types.ts'
import * as foreignLists from '../../support/foreignLists.ts'
import { readForeign } from '../../support/foreignLists.ts'
import { optionsAt } from '../../support/orchard.ts'

const texts: readonly string[] = Object.values(foreignLists).filter((value) => typeof value === 'string')

/** Labels that no list of words knows. */
const renamed = (text: string): string =>
  text.replaceAll('Difficulty', 'Wuzzle').replaceAll('Mentors', 'Keepers').replaceAll('Betreuung', 'Pate')

/** A fixed row of numbers below a limit. */
function numbers(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * below)
  }
}

const pieces = ['x', ' ', '\n', '**Wuzzle**: hard\n', '### New\n\n', '- ', '@ada', '|', '']

const modelOf = ({ projects, template, ideaLevel, projectLevel, ideaList, headings }: IdeaFile): unknown => ({
  projects,
  template,
  ideaLevel,
  projectLevel,
  ideaList,
  headings,
})

/** Edits at random places leave the model that a reading from scratch has. */
function checkEdits(start: string, options: ReadOptions, seed: number): void {
  const below = numbers(seed)
  let text = start
  let file = readIdeaFile(text, options)
  for (let count = 0; count < 40; count++) {
    const from = below(text.length)
    const oldEnd = Math.min(text.length, from + [0, 0, 1, 3, 12][below(5)]!)
    const piece = pieces[below(pieces.length)]!
    text = text.slice(0, from) + piece + text.slice(oldEnd)
    file = updateIdeaFile(file, text, { start: from, oldEnd, newEnd: from + piece.length }, options)
    assert.deepEqual(modelOf(file), modelOf(readIdeaFile(text, options)), text)
  }
}

test('declaredList: an edit leaves a list with a declared form as a reading from scratch has it', () => {
  for (const [index, text] of texts.entries()) {
    const configuration = JSON.stringify(learnedConfiguration([{ path: 'docs/ideas.md', file: readForeign(text) }]))
    checkEdits(text, optionsAt('/orchard/docs/ideas.md', configuration), index)
    checkEdits(renamed(text), optionsAt('/orchard/docs/ideas.md', renamed(configuration)), index + 100)
  }
})

test('declaredList: the same in lists whose schema is learned', () => {
  for (const [index, text] of texts.entries()) checkEdits(text, { path: 'docs/ideas.md', knowsProject: () => false }, index + 200)
})

test('declaredList: a heading is a label only as long as it recurs in other ideas', () => {
  const options: ReadOptions = { path: 'docs/ideas.md', knowsProject: () => false }
  const idea = (title: string, own: string): string =>
    `## ${title}\n\n**Skills:** Go\n\n**Size:** 90 h\n\n### ${own}\n\nWords.\n\n**Mentors:** Mia Stone\n\n`
  const text = `# Ideas\n\n${idea('Lamp', 'New')}${idea('Ships', 'New')}`
  const at = text.indexOf('New')
  const changed = text.replace('New', 'Own')
  const file = updateIdeaFile(readIdeaFile(text, options), changed, { start: at, oldEnd: at + 3, newEnd: at + 3 }, options)
  assert.deepEqual(modelOf(file), modelOf(readIdeaFile(changed, options)))
})
