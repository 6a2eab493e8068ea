import * as vscode from 'vscode'
import { type CompletesParams, completesRequest, nextStopCommand, suggestCommand } from '../../../server/src/protocol/protocol.ts'
import type { SuggestionAnswer } from '../server/labelIcons.ts'
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

/** The word before the cursor as a suggestion: a key that accepts it changes nothing. */
const asTyped = (document: vscode.TextDocument, position: vscode.Position): vscode.CompletionItem => {
  const range = new vscode.Range(document.getWordRangeAtPosition(position)?.start ?? position, position)
  const word = document.getText(range)
  const item = new vscode.CompletionItem(word || '…', vscode.CompletionItemKind.Text)
  return Object.assign(item, { range, insertText: word, filterText: word, sortText: '\0', preselect: true })
}

/** Nothing says when VS Code shows a list; until then the command that hides it does nothing. */
const hidesAfter = [0, 50, 250]

/** Opens the list of suggestions, and closes it if none of ours is in it: VS Code would select one of another extension. */
export class SuggestionOpener {
  /** Whether the next answer is for a list that was opened here. */
  #isOpening = false
  #hasOpenedItself = false
  #answers = 0

  /** Whether a list that may be open has opened by itself, and not by Ctrl+Space. */
  get hasOpenedItself(): boolean {
    return this.#hasOpenedItself
  }

  async open(): Promise<void> {
    this.#isOpening = true
    await vscode.commands.executeCommand(suggestCommand, { auto: true })
  }

  close(): void {
    this.#hasOpenedItself = false
    hide()
  }

  /**
   * To be called with each answer of the server. Gives what VS Code gets in place of an empty answer while the list that was opened for
   * another word, or another place, is being closed: Tab may come before that.
   */
  onAnswer({ document, position, trigger, isEmpty }: SuggestionAnswer): vscode.CompletionItem[] | undefined {
    const isOpening = this.#isOpening
    const isOpen = trigger === vscode.CompletionTriggerKind.TriggerForIncompleteCompletions
    this.#isOpening = false
    if (!isOpen) this.#hasOpenedItself = isOpening || trigger === vscode.CompletionTriggerKind.TriggerCharacter
    const answer = ++this.#answers
    if (!isEmpty) return undefined
    if (isOpen) hide()
    if (!isOpening) return undefined
    for (const delay of hidesAfter) setTimeout(() => this.#answers === answer && hide(), delay)
    return [asTyped(document, position)]
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

/** Opens the suggestions at a tab stop for a mentor's name, as VS Code itself does at one with choices. */
export const registerSuggestAtStops = (
  isIdeaDocument: (document: vscode.TextDocument) => boolean,
  askAbout: SendRequest,
  opener: SuggestionOpener,
): vscode.Disposable =>
  vscode.window.onDidChangeTextEditorSelection(async ({ textEditor, selections, kind }) => {
    const [selection, ...others] = selections
    if (selection === undefined || others.length > 0 || selection.isEmpty || !selection.isSingleLine || selection.isReversed)
      return
    if (kind === vscode.TextEditorSelectionChangeKind.Mouse || !isIdeaDocument(textEditor.document)) return
    // the server gets the change in this turn of the event loop, perhaps from a later listener
    await new Promise((resolve) => setTimeout(resolve, 0))
    if (!(await isCompletedAt(askAbout, textEditor.document, selection.active, true))) return
    if (vscode.window.activeTextEditor === textEditor && textEditor.selection.isEqual(selection)) await opener.open()
  })

/** More than the tab stops of one entry. */
const maxStopsOfLine = 4

/** Registers the command that goes to the next tab stop, or to the first one on another line; it does nothing outside a snippet. */
export const registerNextStop = (): vscode.Disposable =>
  vscode.commands.registerCommand(nextStopCommand, async (leavesLine?: unknown) => {
    const line = vscode.window.activeTextEditor?.selection.active.line
    for (let jumps = 0; jumps < maxStopsOfLine; jumps++) {
      const before = vscode.window.activeTextEditor?.selection
      await vscode.commands.executeCommand('jumpToNextSnippetPlaceholder')
      const after = vscode.window.activeTextEditor?.selection
      if (before === undefined || after === undefined || after.isEqual(before)) return
      if (leavesLine !== true || after.active.line !== line) return
    }
  })
