import * as l10n from '@vscode/l10n'
import { flowItemYaml } from '../../editing/learned/frontMatterPeople.ts'
import { namedProjects } from '../../model/outline/namedProjects.ts'
import type { IdeaFile } from '../../model/types.ts'
import { frontMatterEnd } from '../../syntax/frontMatter.ts'
import { applyEdits } from '../../text/edits.ts'
import { type Span, shift } from '../../text/span.ts'
import { lineEnd, lineStart } from '../../text/textLines.ts'
import { quote } from '../../text/wording.ts'
import { folderOfSummary, type ListSummary } from '../../workspace/listSummary.ts'
import { type StatedName, statedPlaces } from './statedNames.ts'
import { type RenameEdit, type RenameResult, workspaceEditsByList } from './workspaceEdits.ts'
import type { WorkspaceSnapshot } from './workspaceSnapshot.ts'

/**
 * Renames what no heading names: the title of a row, or a project in all fields and cells that have its name. Places in other lists are
 * doubtful, as they may be about former years; files of one folder are one list. The edited list is read again: a name is refused if it
 * would not be read as one.
 */
export function* renameStated(
  file: IdeaFile,
  { own, others }: WorkspaceSnapshot,
  stated: StatedName,
  typed: string,
  read: (text: string) => IdeaFile,
): Generator<void, RenameResult> {
  const name = typed.trim()
  if (name === '' || /[\r\n]/.test(name)) return { refusal: l10n.t('Enter a name on a single line.') }
  const isSame = (other: string): boolean => other.toLowerCase() === stated.name.toLowerCase()
  const editsIn = (list: ListSummary): readonly RenameEdit[] => {
    const places = stated.kind === 'title' ? (list === own ? [stated.span] : []) : statedPlaces(list, isSame)
    const folder = folderOfSummary(list)
    const isDoubtful = list !== own && (folder === null || folder !== folderOfSummary(own))
    return places.map((span) => ({ ...statedEdit(list.text, span, name), ...(isDoubtful && { isDoubtful }) }))
  }
  const edits = editsIn(own)
  const after = read(applyEdits(file.text, edits))
  yield
  const refusal =
    stated.kind === 'title' ? titleRefusal(file, after, stated.span, name) : projectRefusal(file, after, edits.length, name)
  if (refusal !== null) return { refusal }
  const changes = yield* workspaceEditsByList(stated.kind === 'title' ? [own] : [own, ...others], (list) =>
    editsIn(list).filter(({ span, newText }) => list.text.slice(span.start, span.end) !== newText),
  )
  return { refusal: null, kind: 'heading', changes }
}

/** The name as it is written at a place: YAML in front matter, without bars in the row of a table. */
function statedEdit(text: string, span: Span, name: string): RenameEdit {
  if (span.start < frontMatterEnd(text)) return { span, newText: nameInMatter(text, span, name) }
  const line = text.slice(lineStart(text, span.start), span.start) + text.slice(span.end, lineEnd(text, span.end))
  return { span, newText: line.includes('|') ? name.replace(/(?<!\\)\|/g, '\\|') : name }
}

function nameInMatter(text: string, { start, end }: Span, name: string): string {
  const mark = text[start - 1]
  if (mark === '"' && text[end] === mark) return JSON.stringify(name).slice(1, -1)
  if (mark === "'" && text[end] === mark) return name.replaceAll("'", "''")
  return flowItemYaml(name)
}

const countStatedIdeas = ({ projects }: IdeaFile): number => projects.reduce((sum, { ideas }) => sum + ideas.length, 0)

function projectRefusal(before: IdeaFile, after: IdeaFile, count: number, name: string): string | null {
  const shown = name.replace(/\\\|/g, '|')
  const renamed = namedProjects(after).flatMap((project) => (project.name === shown ? project.stated : []))
  return renamed.length >= count && countStatedIdeas(after) === countStatedIdeas(before)
    ? null
    : l10n.t`Named ${quote(name)}, this would no longer be recognized as a project.`
}

function titleRefusal(before: IdeaFile, after: IdeaFile, { start }: Span, name: string): string | null {
  const spans = after.projects.flatMap(({ ideas }) =>
    ideas.flatMap(({ at, idea }) => (idea.heading ? [shift(idea.heading.textSpan, at)] : [])),
  )
  const found = spans.find((span) => span.start === start)
  const written = found && after.text.slice(found.start, found.end)
  return written?.replaceAll('\\|', '|') === name.replaceAll('\\|', '|') && countStatedIdeas(after) === countStatedIdeas(before)
    ? null
    : l10n.t`Named ${quote(name)}, this would no longer be recognized as an idea.`
}
