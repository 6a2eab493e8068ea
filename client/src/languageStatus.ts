import * as l10n from '@vscode/l10n'
import * as vscode from 'vscode'
import type { FileStatus, FormSource } from '../../server/src/protocol/protocol.ts'
import { pluralize } from '../../server/src/text/wording.ts'
import { escapeIcons } from './escape.ts'

/** The status item of the active document; hidden while that is not an idea list. */
export interface Status extends vscode.Disposable {
  set(status: FileStatus): void
  forget(uri: vscode.Uri): void
  clear(): void
  /** Shows that the server has crashed too often and is not started again by itself, until `clear`. */
  showStopped(): void
  /** The text shown now. */
  text(): string | undefined
}

/** `Lights, by the configuration file`, `learned from 14 ideas`, `LFX Mentorship (proposed ideas)`: what decides the fields of a list. */
const statusFormText = (profile: string, source: FormSource | null): string => {
  switch (source?.kind) {
    case 'template':
      return l10n.t`${escapeIcons(profile)}, by its own template`
    case 'configuration':
      return l10n.t`${escapeIcons(profile)}, by the configuration file`
    case 'learned':
      return l10n.t`learned from ${pluralize(source.ideas, 'idea')}`
    default:
      return escapeIcons(profile)
  }
}

/** `Idea list: Google Summer of Code (2024 and later) · 18 projects · 23 ideas · 34 problems · 2 blocks skipped` */
const languageStatusText = ({ ideaList, profile, formSource, projects, ideas, findings, unread }: FileStatus): string =>
  !ideaList
    ? l10n.t('Idea list: too large to read')
    : [
        l10n.t`Idea list: ${statusFormText(profile, formSource)}`,
        pluralize(projects, 'project'),
        pluralize(ideas, 'idea'),
        pluralize(findings, 'problem'),
        ...(unread > 0 ? [l10n.t`${pluralize(unread, 'block')} skipped`] : []),
      ].join(' · ')

const unreadStatusDetail = (): string =>
  l10n.t('Blocks that are too long or too deeply nested are skipped. Files over 4 MB are not read at all.')

const showOutputCommand = (): vscode.Command => ({
  command: 'ideaFiles.showOutput',
  title: l10n.t('Show Output'),
  tooltip: l10n.t('Open the Idea Files output channel'),
})

const showLanguageStatus = (status: FileStatus): vscode.LanguageStatusItem => {
  const item = vscode.languages.createLanguageStatusItem('ideaFiles.status', { language: 'markdown' })
  item.name = 'Idea Files'
  item.text = languageStatusText(status)
  // the output says more only about what was not read
  if (status.unread > 0) {
    item.command = showOutputCommand()
    item.detail = unreadStatusDetail()
    item.severity = vscode.LanguageStatusSeverity.Warning
  } else {
    item.command = {
      command: 'workbench.actions.view.problems',
      title: l10n.t('Show Problems'),
      tooltip: l10n.t('Open the Problems panel'),
    }
  }
  return item
}

/** Key of `when` clauses: whether the active editor shows an idea list. */
const ideaListKey = 'ideaFiles.ideaList'

/** What is shown when the server has crashed too often: an item has one command, so there are two. */
const showStoppedLanguageStatus = (): readonly vscode.LanguageStatusItem[] => {
  const stopped = vscode.languages.createLanguageStatusItem('ideaFiles.stopped', { language: 'markdown' })
  stopped.name = 'Idea Files'
  stopped.severity = vscode.LanguageStatusSeverity.Error
  stopped.text = l10n.t('Idea Files has stopped')
  stopped.command = { command: 'ideaFiles.restartServer', title: l10n.t('Restart') }
  const output = vscode.languages.createLanguageStatusItem('ideaFiles.output', { language: 'markdown' })
  output.name = l10n.t('Idea Files: output')
  output.severity = vscode.LanguageStatusSeverity.Error
  output.text = l10n.t('The output channel has the reason')
  output.command = showOutputCommand()
  return [stopped, output]
}

/** Keeps the status item and the `when` clauses of menus in sync with the active editor. */
export const createLanguageStatus = (isIdeaDocument: (document: vscode.TextDocument) => boolean): Status => {
  const statuses = new Map<string, FileStatus>()
  let shown: readonly vscode.LanguageStatusItem[] = []
  let isList = false
  let hasStopped = false

  // a server that is being stopped may still say what a file was
  const statusOf = (document: vscode.TextDocument): FileStatus | undefined =>
    isIdeaDocument(document) ? statuses.get(document.uri.toString()) : undefined
  const itemsFor = (document: vscode.TextDocument): readonly vscode.LanguageStatusItem[] => {
    if (hasStopped) return isIdeaDocument(document) ? showStoppedLanguageStatus() : []
    const status = statusOf(document)
    return status && (status.ideaList || status.unread > 0) ? [showLanguageStatus(status)] : []
  }
  const refresh = (): void => {
    for (const item of shown) item.dispose()
    const document = vscode.window.activeTextEditor?.document
    const status = document && statusOf(document)
    shown = document ? itemsFor(document) : []
    if (isList === (status?.ideaList ?? false)) return
    isList = status?.ideaList ?? false
    void vscode.commands.executeCommand('setContext', ideaListKey, isList)
  }
  const editor = vscode.window.onDidChangeActiveTextEditor(refresh)
  return {
    set: (status) => {
      statuses.set(vscode.Uri.parse(status.uri).toString(), status)
      refresh()
    },
    forget: (uri) => {
      if (statuses.delete(uri.toString())) refresh()
    },
    clear: () => {
      statuses.clear()
      hasStopped = false
      refresh()
    },
    showStopped: () => {
      hasStopped = true
      refresh()
    },
    text: () => shown[0]?.text,
    dispose: () => {
      editor.dispose()
      for (const item of shown) item.dispose()
    },
  }
}
