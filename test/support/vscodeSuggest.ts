import assert from 'node:assert/strict'
import type { CompletionItem, CompletionList, Position } from 'vscode-languageserver/node'
import { vscodeFuzzyScore } from './vscodeFuzzyScore.ts'

/** What the widget asks of a server. */
export interface SuggestServer {
  /** Inserts text at a position. */
  readonly insert: (position: Position, text: string) => void
  readonly suggest: (position: Position, trigger?: string) => Promise<CompletionList>
  readonly completes: (position: Position) => Promise<boolean>
}

const triggers = new Set([' ', '#', '(', '@', ',', '/', ':', '<', '['])
const isWord = (char: string | undefined): boolean => char !== undefined && /[\p{L}\p{N}_]/u.test(char)

interface Shown {
  readonly items: readonly CompletionItem[]
  readonly incomplete: boolean
  /** The column at which the list was asked for. */
  readonly column: number
}

/**
 * One line of a document, typed into as in VS Code: its list of suggestions opens by trigger characters and by our client after the
 * first letter of a word, and is filtered, sorted, asked for again and accepted as `SuggestModel` and `SuggestController` do it.
 */
export class TypedLine {
  #line: string
  #column: number
  #shown: Shown | null = null
  readonly #at: { readonly before: string; readonly after: string; readonly line: number }
  readonly #server: SuggestServer

  /** A line at the `$0` of a text; what is on it stays before and after the cursor. */
  constructor(server: SuggestServer, marked: string) {
    const offset = marked.indexOf('$0')
    assert.ok(offset >= 0, 'one cursor')
    const start = marked.lastIndexOf('\n', offset) + 1
    const end = marked.indexOf('\n', offset)
    this.#line = marked.slice(start, offset) + marked.slice(offset + 2, end)
    this.#column = offset - start
    this.#at = { before: marked.slice(0, start), after: marked.slice(end), line: marked.slice(0, start).split('\n').length - 1 }
    this.#server = server
  }

  /** The same line in the same state, to go on differently. */
  copy(): TypedLine {
    const copied = new TypedLine(this.#server, `${this.#at.before}$0${this.#at.after}`)
    copied.#line = this.#line
    copied.#column = this.#column
    copied.#shown = this.#shown
    return copied
  }

  get line(): string {
    return this.#line
  }

  /** The labels of the list, in the order in which it shows them; empty if it is closed. */
  get labels(): readonly string[] {
    return this.#visible().map(({ label }) => label)
  }

  get #position(): Position {
    return { line: this.#at.line, character: this.#column }
  }

  /** Types text; with `answersLate` no answer arrives before the next key. */
  async type(text: string, answersLate = false): Promise<void> {
    for (const char of text) {
      const [before, position] = [this.#line[this.#column - 1], this.#position]
      this.#line = this.#line.slice(0, this.#column) + char + this.#line.slice(this.#column)
      this.#column += char.length
      const asksAgain = this.#asksAgain(char)
      if (!asksAgain && this.#visible().length === 0) this.#shown = null
      if (answersLate) continue
      this.#server.insert(position, char)
      const opens = this.#shown === null && isWord(char) && !isWord(before)
      if (!asksAgain && !opens) continue
      if (opens && !asksAgain && !(await this.#server.completes(this.#position))) continue
      const list = await this.#server.suggest(this.#position, triggers.has(char) ? char : undefined)
      this.#shown = { items: list.items, incomplete: list.isIncomplete, column: this.#column }
      if (this.#visible().length === 0) this.#shown = null
    }
  }

  #asksAgain(char: string): boolean {
    return triggers.has(char) || (this.#shown?.incomplete === true && isWord(char))
  }

  /** Presses Enter or Tab: takes the first suggestion if the list is open, otherwise types the key. Returns whether one was taken. */
  accept(): boolean {
    const [item] = this.#visible()
    if (item === undefined) return false
    const { textEdit } = item
    assert.ok(textEdit && 'range' in textEdit)
    const end = textEdit.range.end.character + this.#column - this.#shown!.column
    const text = item.insertTextFormat === 2 ? this.#snippet(textEdit.newText) : textEdit.newText
    this.#line = this.#line.slice(0, textEdit.range.start.character) + text + this.#line.slice(end)
    return true
  }

  /** The text of a snippet: variables as they are in this moment, tab stops empty. */
  #snippet(text: string): string {
    return text
      .replace(
        /\$\{TM_CURRENT_LINE\/(.*?)\/\$1\/\}/,
        (_, pattern: string) => new RegExp(pattern).exec(this.#line)?.[1] ?? this.#line,
      )
      .replace(/\$(?:\d+|\{\d+\})/g, '')
      .replace(/\\(.)/g, '$1')
  }

  #visible(): readonly CompletionItem[] {
    if (this.#shown === null) return []
    const scored = this.#shown.items.flatMap((item) => {
      assert.ok(item.textEdit && 'range' in item.textEdit)
      const word = this.#line.slice(item.textEdit.range.start.character, this.#column).trimStart()
      const score = word === '' ? 0 : vscodeFuzzyScore(word, item.filterText ?? item.label)
      return score === null ? [] : [{ item, score }]
    })
    return scored.sort((a, b) => b.score - a.score || (a.item.sortText! < b.item.sortText! ? -1 : 1)).map(({ item }) => item)
  }
}
