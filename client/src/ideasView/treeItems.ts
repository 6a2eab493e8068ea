import * as l10n from '@vscode/l10n'
import * as vscode from 'vscode'
import { badgeDecoration, badgePath } from './findingBadges.ts'
import { isListOfExport } from './listNames.ts'
import { type RowTarget, type TreeRow, treeRowAriaLabel } from './treeRows.ts'

/** A scheme of no real file: it marks the rows that `treeItemDecoration` decorates, so that no other row is affected. */
const decorationScheme = 'idea-files-findings'

const rowIcons: Readonly<Record<TreeRow['kind'], string>> = {
  list: 'checklist',
  project: 'project',
  mentor: 'person',
  skill: 'tools',
  idea: 'lightbulb',
}

/** A row as VS Code's tree shows it. */
export const treeItemOf = (row: TreeRow): vscode.TreeItem => {
  const { id, kind, label, description, children, target, person, findings } = row
  const { None, Collapsed } = vscode.TreeItemCollapsibleState
  const item = new vscode.TreeItem(label, children.length === 0 ? None : Collapsed)
  const path = badgePath(findings)
  item.id = id
  item.description = description
  item.iconPath = new vscode.ThemeIcon(rowIcons[kind])
  item.tooltip = treeItemTooltip(row)
  // for the `when` clauses of menus
  const isOfExport = (kind === 'list' || kind === 'project') && target !== null && isListOfExport(target.uri)
  item.contextValue = [isOfExport ? 'export' : kind, target && 'place', person?.handle && 'handle'].filter(Boolean).join(' ')
  item.accessibilityInformation = { label: treeRowAriaLabel(row) }
  if (path !== null) item.resourceUri = vscode.Uri.from({ scheme: decorationScheme, path })
  // VS Code's own command tells a click from a double click and a Ctrl+click
  if (target && children.length === 0)
    item.command = { command: 'vscode.open', title: l10n.t('Go to Idea'), arguments: [...treeItemOpenArguments(target)] }
  return item
}

/** The arguments of `vscode.open` for the place of a row. */
export const treeItemOpenArguments = ({ uri, position }: RowTarget): readonly [vscode.Uri, vscode.TextDocumentShowOptions] => {
  const { line, character } = position ?? { line: 0, character: 0 }
  return [vscode.Uri.parse(uri), position === null ? {} : { selection: new vscode.Range(line, character, line, character) }]
}

/** All of it comes from files, so it is appended as text, which VS Code escapes. */
const treeItemTooltip = ({ label, details }: TreeRow): vscode.MarkdownString => {
  const text = new vscode.MarkdownString('**').appendText(label).appendMarkdown('**')
  for (const detail of details) text.appendMarkdown('\n\n').appendText(detail)
  return text
}

const levelColors = { error: 'list.errorForeground', warning: 'list.warningForeground', other: undefined } as const

/** The badge and color of a row with findings; undefined for any other URI. */
export const treeItemDecoration = (uri: vscode.Uri): vscode.FileDecoration | undefined => {
  const decoration = uri.scheme === decorationScheme ? badgeDecoration(uri.path) : null
  if (!decoration) return undefined
  const color = levelColors[decoration.level]
  return new vscode.FileDecoration(decoration.badge, decoration.tooltip, color && new vscode.ThemeColor(color))
}
