import assert from 'node:assert/strict'
import { TextDocument } from 'vscode-languageserver-textdocument'
import type { CompletionItem, TextEdit } from 'vscode-languageserver-types'
import { knowsProject } from '../../server/src/catalog/knownProjects.ts'
import { completions, isStopToFill } from '../../server/src/features/completion/completion.ts'
import type { CompletionContext } from '../../server/src/features/completion/completionContext.ts'
import { completionList, type ItemOptions } from '../../server/src/features/completion/completionItems.ts'
import { createUsageIndex } from '../../server/src/features/completion/usageIndex.ts'
import { ruleList } from '../../server/src/features/ruleDocs.ts'
import { readIdeaFile } from '../../server/src/model/ideaFile.ts'
import type { IdeaFile } from '../../server/src/model/types.ts'
import { createLinter } from '../../server/src/rules/engine/createLinter.ts'
import { rules } from '../../server/src/rules/index.ts'
import { lineIndex } from '../../server/src/text/lineIndex.ts'
import { type ListSummary, summarizeList } from '../../server/src/workspace/listSummary.ts'
import { namedForm } from './namedForm.ts'

/** What differs from an editor that knows nothing of ours, on a list alone in its workspace. */
export interface Asking extends Partial<Pick<CompletionContext, 'asked' | 'projects' | 'newIdea' | 'lists'>> {
  readonly path?: string
  readonly options?: Partial<ItemOptions>
  /** Reads the text in another way than a list without a project file is read. */
  readonly read?: (text: string) => IdeaFile
}

/** A list of the workspace, as the others know it. */
export const otherList = (path: string, text: string): ListSummary =>
  summarizeList(`file://${path}`, readIdeaFile(text, namedForm(text, { path, knowsProject })))

const plain: ItemOptions = { snippets: false, asIs: true, suggest: false, closes: false }

interface Asked {
  readonly text: string
  readonly offset: number
  readonly items: readonly CompletionItem[]
  readonly incomplete: boolean
  readonly offsetAt: (position: TextEdit['range']['start']) => number
}

const aloneInWorkspace = (): CompletionContext => ({
  asked: 'typed',
  lists: [],
  projects: [],
  facts: createUsageIndex(),
  newIdea: false,
  rules: ruleList(rules),
  lint: createLinter(rules).lint,
})

/** Whether the text before `$0` is a tab stop of New Idea that a list opens at. */
export const isStopAt = (marked: string, read: (text: string) => IdeaFile): boolean =>
  isStopToFill(read(marked.replace('$0', '')), marked.indexOf('$0'), aloneInWorkspace())

/** What the server answers for a text with `$0` at the cursor, asked for by a typed character unless `asking` says otherwise. */
export function ask(marked: string, { path = '/ideas/list.md', options, read, ...asking }: Asking = {}): Asked {
  assert.equal(marked.split('$0').length, 2, 'one cursor')
  const text = marked.replace('$0', '')
  const offset = marked.indexOf('$0')
  const lines = lineIndex(TextDocument.create('file:///list.md', 'markdown', 1, text), 'utf-16')
  const file = read ? read(text) : readIdeaFile(text, namedForm(text, { path, knowsProject }))
  const found = completions(file, offset, { ...aloneInWorkspace(), ...asking })
  const { items, isIncomplete } = completionList(found, lines, { ...plain, ...options })
  return { text, offset, items, incomplete: isIncomplete, offsetAt: (position) => lines.offsetAt(position) }
}

const editOf = ({ textEdit, label }: CompletionItem): TextEdit => {
  assert.ok(textEdit && 'range' in textEdit, `${label} says what it replaces`)
  return textEdit
}

/**
 * The labels that an editor shows, in their order. As VS Code does it: an item's range lies on the cursor's line and around the cursor,
 * and all letters from its start to the cursor are in the filter text in their order, the first one at the start of a word.
 */
export function shownAt(marked: string, asking?: Asking): readonly string[] {
  const asked = ask(marked, asking)
  const sorted = [...asked.items].sort((a, b) => (a.sortText! < b.sortText! ? -1 : 1))
  return sorted.filter((item) => isShown(item, asked)).map(({ label }) => label)
}

function isShown(item: CompletionItem, { text, offset, offsetAt }: Asked): boolean {
  const { range } = editOf(item)
  const [start, end] = [offsetAt(range.start), offsetAt(range.end)]
  assert.ok(start <= offset && offset <= end, `${item.label}: the cursor stands in the range`)
  assert.doesNotMatch(text.slice(start, end), /[\r\n]/, `${item.label}: the range lies on one line`)
  const word = text.slice(start, offset).trimStart().toLowerCase()
  const filter = item.filterText!.toLowerCase()
  return [...filter].some((_, from) => beginsWord(item.filterText!, from) && holds(filter.slice(from), word))
}

const beginsWord = (text: string, at: number): boolean =>
  at === 0 ||
  /[\s_\-./\\'":$<>()[\]{}]/.test(text[at - 1]!) ||
  /[\s_\-./\\'":$<>()[\]{}]/.test(text[at]!) ||
  /\p{Lu}/u.test(text[at]!)

function holds(source: string, word: string): boolean {
  if (word !== '' && source[0] !== word[0]) return false
  let from = 0
  return [...word].every((letter) => {
    const found = source.indexOf(letter, from)
    from = found + letter.length
    return found >= 0
  })
}

/** States the whole text after the item with this label is accepted at `$0`. */
export function checkCompletion(before: string, label: string, after: string, asking?: Asking): void {
  const asked = ask(before, asking)
  assert.ok(shownAt(before, asking).includes(label), `${label} is not among ${shownAt(before, asking).slice(0, 20).join(' | ')}`)
  const item = asked.items.find((each) => each.label === label)!
  const edits = [editOf(item), ...(item.additionalTextEdits ?? [])]
  assert.equal(TextDocument.applyEdits(TextDocument.create('', '', 1, asked.text), edits), after)
}

/** States that nothing is shown at any `$0` of a text, nor at any other place of the stretches between two `$1`. */
export function checkSilence(marked: string, asking?: Asking): void {
  const text = marked.replaceAll('$0', '').replaceAll('$1', '')
  const places = [...marked.matchAll(/\$0/g)].map(({ index }) => marked.slice(0, index).replaceAll(/\$[01]/g, '').length)
  for (const { index, 0: stretch } of marked.matchAll(/\$1[^$]*\$1/g)) {
    const start = marked.slice(0, index).replaceAll(/\$[01]/g, '').length
    for (let at = start; at <= start + stretch.length - 4; at++) places.push(at)
  }
  assert.ok(places.length > 0)
  for (const at of places) {
    const here = `${text.slice(0, at)}$0${text.slice(at)}`
    assert.deepEqual(shownAt(here, asking), [], `at ${JSON.stringify(here.slice(Math.max(0, at - 30), at + 20))}`)
  }
}
