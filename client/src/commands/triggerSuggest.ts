import * as vscode from 'vscode'
import { type CompletesParams, completesRequest, suggestCommand } from '../../../server/src/protocol/protocol.ts'
import { nextLineStopCommand, nextStopCommand } from '../../../server/src/protocol/tabStops.ts'
import type { SuggestionHandling, SuggestionRequest } from '../server/labelIcons.ts'
import type { SendRequest } from '../server/sendRequest.ts'

/** The position after the first letter of a word, if a change has typed it; undefined for any other change. */
const afterFirstLetter = ({ document, contentChanges, reason }: vscode.TextDocumentChangeEvent): vscode.Position | undefined => {
  const [change, ...others] = contentChanges
  if (change === undefined || others.length > 0 || reason !== undefined || !/^[\p{L}\p{N}]$/u.test(change.text)) return undefined
  const { start } = change.range
  const before = start.character > 0 ? document.getText(new vscode.Range(start.translate(0, -1), start)) : ''
  // VS Code handles further letters: it filters an open list, and one that the user has closed stays closed
  return /[\p{L}\p{N}_]/u.test(before) ? undefined : start.translate(0, 1)
}

/** Whether the user has typed it, and is still typing this word: the only cursor of the active editor is right after its letters so far. */
const isTypedBy = (
  editor: vscode.TextEditor | undefined,
  { document }: vscode.TextDocumentChangeEvent,
  at: vscode.Position,
): boolean => {
  const [selection, ...others] = editor?.selections ?? []
  if (editor?.document !== document || selection === undefined || others.length > 0 || !selection.isEmpty) return false
  const { line, character } = selection.active
  // the cursor may not have moved yet
  if (line !== at.line || character < at.character - 1) return false
  return character <= at.character || isWord.test(document.getText(new vscode.Range(at, selection.active)))
}

const isWord = /^[\p{L}\p{N}_]+$/u

/**
 * The word before the cursor as the only suggestion: a key that accepts it changes nothing, and in a snippet goes on to the next stop, as
 * it would without a list. VS Code asks again for each letter.
 */
const asTyped = (document: vscode.TextDocument, position: vscode.Position): vscode.CompletionList => {
  const range = new vscode.Range(document.getWordRangeAtPosition(position)?.start ?? position, position)
  const word = document.getText(range)
  const item = new vscode.CompletionItem(word || '…', vscode.CompletionItemKind.Text)
  const command = { title: '', command: nextStopCommand }
  return new vscode.CompletionList(
    [Object.assign(item, { range, insertText: word, filterText: word, sortText: '\0', preselect: true, command })],
    true,
  )
}

/** Nothing says when VS Code shows a list; until then the command that hides it does nothing. */
const hidesAfter = [0, 50, 250, 1000]

/** VS Code asks sooner than that for a list that was opened here, if at all, also on a busy machine. */
const openingMs = 5000

/** Where a word begins that suggestions were asked for. */
interface AskedWord {
  readonly document: vscode.TextDocument
  readonly line: number
  readonly start: number
}

const askedWordOf = ({ document, position }: SuggestionRequest): AskedWord => {
  const { line, character } = position
  return { document, line, start: document.getWordRangeAtPosition(position)?.start.character ?? character }
}

/** Opens the list of suggestions, and closes it if none of ours is in it: VS Code would select one of another extension. */
export class SuggestionOpener {
  /** A list that was opened here, for which VS Code has not asked yet. */
  #opening: { readonly isStop: boolean } | undefined
  #hasOpenedItself = false
  #asked: AskedWord | undefined
  #requests = 0

  /** Whether a list that may be open has opened by itself, and not by Ctrl+Space. */
  get hasOpenedItself(): boolean {
    return this.#hasOpenedItself
  }

  async open(isStop = false): Promise<void> {
    const opening = { isStop }
    this.#opening = opening
    await vscode.commands.executeCommand(suggestCommand, { auto: true })
    setTimeout(() => {
      if (this.#opening === opening) this.#opening = undefined
    }, openingMs)
  }

  /** Hides the list, once VS Code shows it. What it still asks for is for the same list; at the next tab stop it may show another one. */
  close(): void {
    const number = this.#requests
    for (const delay of hidesAfter) setTimeout(() => this.#requests === number && this.#isInAskedLine() && hide(), delay)
  }

  #isInAskedLine(): boolean {
    const editor = vscode.window.activeTextEditor
    const { document, line } = this.#asked ?? {}
    return editor?.document === document && editor?.selection.isEmpty === true && editor.selection.active.line === line
  }

  /**
   * To be called with each request. An empty answer for a list that has opened by itself is replaced by the word as it is typed, while the
   * list is being closed: otherwise VS Code would offer words of the document, and Tab may come before the list is closed.
   */
  onRequest(request: SuggestionRequest): SuggestionHandling {
    const { document, position, trigger } = request
    const opening = trigger === vscode.CompletionTriggerKind.Invoke ? this.#opening : undefined
    if (opening) this.#opening = undefined
    const isMore = trigger === vscode.CompletionTriggerKind.TriggerForIncompleteCompletions
    const word = askedWordOf(request)
    const isNextWord = this.#isNextWord(word, trigger)
    if (!isMore && !isNextWord)
      this.#hasOpenedItself = opening !== undefined || trigger === vscode.CompletionTriggerKind.TriggerCharacter
    this.#asked = word
    const hasOpenedItself = this.#hasOpenedItself
    const number = ++this.#requests
    const onAnswer = (isEmpty: boolean): vscode.CompletionList | undefined => {
      if (!isEmpty) return undefined
      if (!hasOpenedItself) {
        if (isMore) hide()
        return undefined
      }
      if (this.#requests === number) this.close()
      // after a trigger character VS Code asks no one else
      return trigger === vscode.CompletionTriggerKind.TriggerCharacter ? undefined : asTyped(document, position)
    }
    // after a label that was chosen nothing is typed yet
    const isTyped = (isNextWord && word.start < position.character) || opening?.isStop === false
    return { trigger: isTyped ? vscode.CompletionTriggerKind.TriggerForIncompleteCompletions : trigger, onAnswer }
  }

  /** VS Code asks by itself when the next word begins while a list is open, which looks like Ctrl+Space. */
  #isNextWord({ document, line, start }: AskedWord, trigger: vscode.CompletionTriggerKind): boolean {
    const last = this.#asked
    const isSameLine = last?.document === document && last.line === line
    return trigger === vscode.CompletionTriggerKind.Invoke && this.#hasOpenedItself && isSameLine && start > last.start
  }
}

const hide = (): void => void vscode.commands.executeCommand('hideSuggestWidget')

/**
 * Opens the suggestions when the user begins a word that the server can complete: in Markdown VS Code itself does so only after trigger
 * characters. Prose costs one request per word, other documents nothing.
 */
export const registerSuggestWhileTyping = (
  isIdeaDocument: (document: vscode.TextDocument) => boolean,
  askAbout: SendRequest,
  opener: SuggestionOpener,
): vscode.Disposable =>
  vscode.workspace.onDidChangeTextDocument(async (event) => {
    const { document } = event
    if (!isIdeaDocument(document) || document !== vscode.window.activeTextEditor?.document) return
    const at = afterFirstLetter(event)
    if (at === undefined) return
    // at a tab stop, the list is of what the letter has replaced: Tab may come before the answer for the letter
    if (opener.hasOpenedItself && event.contentChanges[0]!.rangeLength > 0) hide()
    // VS Code asks again for the new word, which looks like Ctrl+Space
    const { hasOpenedItself } = opener
    // the server gets the change in this turn of the event loop, perhaps from a later listener
    await new Promise((resolve) => setTimeout(resolve, 0))
    const completes = await isCompletedAt(askAbout, document, at, false)
    if (completes && isTypedBy(vscode.window.activeTextEditor, event, at)) await opener.open()
    else if (!completes && hasOpenedItself) opener.close()
  })

const isCompletedAt = async (
  askAbout: SendRequest,
  document: vscode.TextDocument,
  { line, character }: vscode.Position,
  isStop: boolean,
): Promise<boolean> => {
  const params: CompletesParams = { textDocument: { uri: document.uri.toString() }, position: { line, character }, isStop }
  return (await askAbout<boolean>(completesRequest, params).catch(() => false)) === true
}

/** Opens the suggestions at a tab stop for a mentor's name, or for one of few values, as VS Code itself does at one with choices. */
export const registerSuggestAtStops = (
  isIdeaDocument: (document: vscode.TextDocument) => boolean,
  askAbout: SendRequest,
  opener: SuggestionOpener,
): vscode.Disposable =>
  vscode.window.onDidChangeTextEditorSelection(async ({ textEditor, selections, kind }) => {
    const [selection, ...others] = selections
    if (selection === undefined || others.length > 0 || selection.isEmpty || !selection.isSingleLine || selection.isReversed)
      return
    // what the person has selected is no tab stop
    const isSelected =
      kind === vscode.TextEditorSelectionChangeKind.Mouse || kind === vscode.TextEditorSelectionChangeKind.Keyboard
    if (isSelected || !isIdeaDocument(textEditor.document)) return
    // the server gets the change in this turn of the event loop, perhaps from a later listener
    await new Promise((resolve) => setTimeout(resolve, 0))
    if (!(await isCompletedAt(askAbout, textEditor.document, selection.active, true))) return
    if (vscode.window.activeTextEditor === textEditor && textEditor.selection.isEqual(selection)) await opener.open(true)
  })

/** More than the tab stops of one entry. */
const maxStopsOfLine = 4

/** Registers the command that goes to the first tab stop on another line, or in another cell; it does nothing outside a snippet. */
export const registerNextLineStop = (): vscode.Disposable =>
  vscode.commands.registerCommand(nextLineStopCommand, async () => {
    const start = vscode.window.activeTextEditor?.selection.active
    for (let jumps = 0; jumps < maxStopsOfLine; jumps++) {
      const before = vscode.window.activeTextEditor?.selection
      await vscode.commands.executeCommand(nextStopCommand)
      const editor = vscode.window.activeTextEditor
      if (start === undefined || before === undefined || editor === undefined || editor.selection.isEqual(before)) return
      if (isInOtherCell(editor.document, start, editor.selection.start)) return
    }
  })

/** Whether a line break or the bar of a table is between two positions. */
const isInOtherCell = (document: vscode.TextDocument, from: vscode.Position, to: vscode.Position): boolean =>
  /[|\r\n]/.test(document.getText(new vscode.Range(from, to)))
