import * as l10n from '@vscode/l10n'
import * as vscode from 'vscode'
import { decorationOf, decorationPath } from './findingBadges.ts'
import { headingRangeOf } from './goToIdea.ts'
import { type TreeRow, treeRowAriaLabel } from './treeRows.ts'

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
  const { id, kind, label, description, children, place, findings } = row
  const { None, Expanded } = vscode.TreeItemCollapsibleState
  // expanded: VS Code's find in trees ignores rows that were never unfolded
  const item = new vscode.TreeItem(label, children.length === 0 ? None : Expanded)
  const path = decorationPath(findings)
  item.id = id
  item.description = description
  item.iconPath = new vscode.ThemeIcon(rowIcons[kind])
  item.tooltip = tooltipOf(row)
  item.contextValue = kind
  item.accessibilityInformation = { label: treeRowAriaLabel(row) }
  if (path !== null) item.resourceUri = vscode.Uri.from({ scheme: decorationScheme, path })
  if (place) {
    // VS Code's own command tells a click from a double click and a Ctrl+click
    const options: vscode.TextDocumentShowOptions = { selection: headingRangeOf(place) }
    item.command = { command: 'vscode.open', title: l10n.t('Go to Idea'), arguments: [vscode.Uri.parse(place.list.uri), options] }
  }
  return item
}

/** All of it comes from files, so it is appended as text, which VS Code escapes. */
const tooltipOf = ({ label, details }: TreeRow): vscode.MarkdownString => {
  const text = new vscode.MarkdownString('**').appendText(label).appendMarkdown('**')
  for (const detail of details) text.appendMarkdown('\n\n').appendText(detail)
  return text
}

const levelColors = { error: 'list.errorForeground', warning: 'list.warningForeground', other: undefined } as const

/** The badge and color of a row with findings; undefined for any other URI. */
export const treeItemDecoration = (uri: vscode.Uri): vscode.FileDecoration | undefined => {
  const decoration = uri.scheme === decorationScheme ? decorationOf(uri.path) : null
  if (!decoration) return undefined
  const color = levelColors[decoration.level]
  return new vscode.FileDecoration(decoration.badge, decoration.tooltip, color && new vscode.ThemeColor(color))
}
