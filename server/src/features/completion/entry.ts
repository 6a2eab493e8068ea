import { lineEnd } from '../../model/tocText.ts'
import type { FieldSpec, IdeaFile, Project } from '../../model/types.ts'
import { bulletOf } from '../../rules/parts/itemLines.ts'
import { mainHome } from './homes.ts'
import { writtenSizes } from './sizes.ts'
import { inChoice, inSnippet, type Suggestion } from './suggestion.ts'

/** Writes the next place to fill in. */
type Stop = (shown: string) => string

/** A whole idea by the list's template, to be filled in; as plain text and as a snippet. */
export function entryOf(file: IdeaFile, project: Project | null): Pick<Suggestion, 'newText' | 'snippet'> {
  let stops = 0
  const snippet = written(
    file,
    project,
    inSnippet,
    (shown) => `\${${++stops}${shown === '' ? '' : `:${inSnippet(shown)}`}}`,
    () => {
      const choice = writtenSizes(file.template).map(inChoice)
      return choice.length === 0 ? `\${${++stops}}` : `\${${++stops}|${choice.join(',')}|}`
    },
  )
  return {
    newText: written(
      file,
      project,
      (text) => text,
      (shown) => shown,
      () => '',
    ),
    snippet: `${snippet}$0`,
  }
}

function written(
  file: IdeaFile,
  project: Project | null,
  plain: (text: string) => string,
  stop: Stop,
  size: () => string,
): string {
  const bullet = bulletIn(file)
  const { fields, mentors } = file.template
  const eol = lineEnd(file.text)
  const head = `${'#'.repeat(file.ideaLevel)} ${stop('Title')}`
  const person = (index: number): string => {
    const name = stop('Name')
    const contacts = [...(mentors.handle ? [`@${stop('handle')}`] : []), ...(mentors.email ? [stop('e-mail')] : [])]
    const contact = contacts.length === 0 ? name : `${name} (${contacts.join(', ')})`
    const role = mentors.primary && index === 0 ? ' - primary' : ''
    return `${eol}${' '.repeat(bullet.length)}${bullet}${contact}${role}`
  }
  const value = ({ key }: FieldSpec): string => {
    if (key === 'size') return ` ${size()}`
    if (key === 'mentors') return Array.from({ length: Math.max(1, mentors.min) }, (_, index) => person(index)).join('')
    if (key === 'upstreamIssue') return ` ${plain(project ? (mainHome(file, project) ?? '') : '')}${stop('')}`
    return ` ${stop('')}`
  }
  const items = fields.filter(({ required }) => required).map((spec) => `${bullet}${plain(spec.label)}:${value(spec)}`.trimEnd())
  return `${head}${eol}${eol}${items.join(eol)}`
}

/** The bullet of the list's fields, with the blanks behind it. */
function bulletIn(file: IdeaFile): string {
  for (const { ideas } of file.projects) {
    for (const { idea, at } of ideas) {
      if (idea.fields.some(({ shape }) => shape === 'item')) return bulletOf(file.text.slice(at, at + idea.length), idea)
    }
  }
  return '- '
}
