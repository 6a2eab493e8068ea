import * as l10n from '@vscode/l10n'
import * as vscode from 'vscode'
import { type PasteIdeaJob, type PasteOffer, type PasteParams, pasteRequest } from '../../../server/src/protocol/paste.ts'
import { type Choices, choicesRequest, type PlanAnswer, planRequest } from '../../../server/src/protocol/protocol.ts'
import type { SendRequest } from '../server/sendRequest.ts'
import { applyPlan, editorForPlan, planCursorOffset } from './applyPlan.ts'
import { showCursorAt } from './placeCursor.ts'
import { pickProgramOfList } from './programPick.ts'
import { pickProject } from './projectPick.ts'

/** Registers Paste as Idea, and what VS Code offers when something is pasted into a list. */
export const registerPasteIdea = (
  ask: SendRequest,
  isIdeaDocument: (document: vscode.TextDocument) => boolean,
): vscode.Disposable =>
  vscode.Disposable.from(
    vscode.commands.registerCommand('ideaFiles.pasteIdea', async () => {
      const editor = await editorForPlan()
      if (!editor) return false
      const plain = await vscode.env.clipboard.readText()
      const job = await answeredPaste(ask, editor.document, { kind: 'pasteIdea', at: planCursorOffset(editor), plain, html: '' })
      return job ? applyPlan(ask, editor, job) : false
    }),
    registerPasteEdits(ask, isIdeaDocument),
  )

/** The job with what the user picks: the program of a new list, and the project if the text names none; undefined if the user gives up. */
const answeredPaste = async (
  ask: SendRequest,
  document: vscode.TextDocument,
  first: PasteIdeaJob,
): Promise<PasteIdeaJob | undefined> => {
  const target = { uri: document.uri.toString(), text: document.getText() }
  const planned = (job: PasteIdeaJob): Promise<PlanAnswer | undefined> =>
    ask<PlanAnswer>(planRequest, { ...target, job }).catch(() => undefined)
  let [job, answer] = [first, await planned(first)]
  if (!answer?.needs) return job
  const choices = await ask<Choices>(choicesRequest, { ...target, at: job.at }).catch(() => undefined)
  if (!choices) return job
  const title = l10n.t('Paste as Idea')
  if (answer.needs === 'profile') {
    const profile = await pickProgramOfList({ ...choices, issueForm: false }, { step: 1, total: 1 }, title)
    if (typeof profile !== 'object') return undefined
    job = { ...job, profile: profile.value }
    answer = await planned(job)
  }
  if (answer?.needs !== 'project') return job
  const project = await pickProject(choices, [], { step: 1, total: 1 }, title)
  return typeof project === 'object' ? { ...job, project: project.value } : undefined
}

/** The parts of VS Code 1.97 for pasting; older versions have only the command. */
interface PasteApi {
  readonly registerDocumentPasteEditProvider?: (
    selector: vscode.DocumentSelector,
    provider: object,
    metadata: { readonly providedPasteEditKinds: readonly unknown[]; readonly pasteMimeTypes: readonly string[] },
  ) => vscode.Disposable
  readonly pasteEdit?: new (
    insertText: string,
    title: string,
    kind: unknown,
  ) => { additionalEdit?: vscode.WorkspaceEdit; yieldTo?: readonly unknown[] }
  readonly kinds?: PasteKind
}

interface PasteKind {
  readonly Empty: { append(...parts: readonly string[]): unknown }
  readonly Text: unknown
}

const pasteApi = (): PasteApi => ({
  registerDocumentPasteEditProvider: Reflect.get(vscode.languages, 'registerDocumentPasteEditProvider'),
  pasteEdit: Reflect.get(vscode, 'DocumentPasteEdit'),
  kinds: Reflect.get(vscode, 'DocumentDropOrPasteEditKind'),
})

const registerPasteEdits = (ask: SendRequest, isIdeaDocument: (document: vscode.TextDocument) => boolean): vscode.Disposable => {
  const { registerDocumentPasteEditProvider: register, pasteEdit: PasteEdit, kinds } = pasteApi()
  if (!register || !PasteEdit || !kinds) return vscode.Disposable.from()
  const kind = kinds.Empty.append('ideaFiles')
  const cursors = new WeakMap<object, CursorAfterPaste>()
  // a list is begun in an empty file
  const mayGetIdeas = (document: vscode.TextDocument): boolean => isIdeaDocument(document) || document.getText().trim() === ''
  const provider = {
    async provideDocumentPasteEdits(document: vscode.TextDocument, ranges: readonly vscode.Range[], data: vscode.DataTransfer) {
      const [range] = ranges
      if (range === undefined || ranges.length > 1 || !mayGetIdeas(document)) return undefined
      const params = await pasteParamsOf(document, range, data)
      const offers = params && (await ask<readonly PasteOffer[]>(pasteRequest, params).catch(() => undefined))
      return offers?.map((offer) => {
        const edit = new PasteEdit(offer.insertText, offer.title, kind)
        edit.additionalEdit = additionalPasteEdit(document, offer)
        // an idea goes to its place, not to the cursor: only if that is asked for
        if (offer.kind === 'idea') edit.yieldTo = [kinds.Text]
        if (offer.cursor !== null) cursors.set(edit, { document, text: pastedText(document, offer), at: offer.cursor })
        return edit
      })
    },
    // called when the edit has been chosen, just before it is applied
    resolveDocumentPasteEdit(edit: object) {
      const cursor = cursors.get(edit)
      if (cursor) placeCursorAfterPaste(cursor)
      return edit
    },
  }
  return register([{ language: 'markdown' }], provider, {
    providedPasteEditKinds: [kind],
    pasteMimeTypes: ['text/plain', 'text/html'],
  })
}

/** The text after a paste, and where the cursor goes in it. */
interface CursorAfterPaste {
  readonly document: vscode.TextDocument
  readonly text: string
  readonly at: number
}

const pastedText = (document: vscode.TextDocument, { edits }: PasteOffer): string =>
  edits.reduceRight((text, { start, end, newText }) => text.slice(0, start) + newText + text.slice(end), document.getText())

const cursorAfterPasteMs = 5000

/** An edit of a paste cannot say where the cursor goes: it is put there as soon as the text is that after the paste. */
const placeCursorAfterPaste = ({ document, text, at }: CursorAfterPaste): void => {
  const listener = vscode.workspace.onDidChangeTextDocument((change) => {
    if (change.document !== document || document.getText() !== text) return
    stop()
    const editor = vscode.window.activeTextEditor
    if (editor?.document === document) showCursorAt(editor, document.positionAt(at))
  })
  const timer = setTimeout(() => listener.dispose(), cursorAfterPasteMs)
  const stop = (): void => {
    clearTimeout(timer)
    listener.dispose()
  }
}

const pasteParamsOf = async (
  document: vscode.TextDocument,
  range: vscode.Range,
  data: vscode.DataTransfer,
): Promise<PasteParams | undefined> => {
  const plain = (await data.get('text/plain')?.asString()) ?? ''
  const html = (await data.get('text/html')?.asString()) ?? ''
  if (plain === '') return undefined
  return { uri: document.uri.toString(), text: document.getText(), at: document.offsetAt(range.start), plain, html }
}

const additionalPasteEdit = (document: vscode.TextDocument, { edits }: PasteOffer): vscode.WorkspaceEdit => {
  const edit = new vscode.WorkspaceEdit()
  for (const { start, end, newText } of edits)
    edit.replace(document.uri, new vscode.Range(document.positionAt(start), document.positionAt(end)), newText)
  return edit
}
