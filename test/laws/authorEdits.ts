import fc from 'fast-check'
import { anyFraction } from '../support/anyFraction.ts'

/** A kind of edit with what it needs to be made in any text: places as fractions of its length, choices as numbers. */
export interface AuthorEdit {
  readonly kind: (typeof kinds)[number]
  readonly from: number
  readonly to: number
  readonly pick: number
}

const kinds = [
  'type words',
  'type words',
  'type words',
  'type words',
  'type words',
  'type words',
  'type',
  'type',
  'type',
  'type a block',
  'delete',
  'delete',
  'delete a line',
  'move a line',
  'repeat a line',
  'indent a line',
  'outdent a line',
  'move an idea',
  'delete an idea',
  'paste from elsewhere',
  'rename a heading',
  'relabel',
  'several cursors',
  'line breaks',
  'some line breaks',
  'odd characters',
  'undo',
  'replace all',
] as const

export const authorEdit: fc.Arbitrary<AuthorEdit> = fc.record({
  kind: fc.constantFrom(...kinds),
  from: anyFraction,
  to: anyFraction,
  pick: fc.nat(1000),
})

const prose = [' word', ' and more', 's', ', too', ' of 12', ' 😀', '. It does', '-like']
const typed = ['x', ' ', 'word', '\n', '-', '#', ' #', '@', ':', '*', '`', '[', '](#', ')', '<!--', '-->', '---\n', 'é', ', ']
const blocks = [
  '- Description: more text\n',
  '-Recommended Skills: Go\n',
  'Mentors: Ann Lee (@ann-lee), Bo Oak (@bo-oak)\n',
  '  - Cy Elm (@cy-elm, cy AT example DOT org) - primary\n',
  '- Upstream Issue: goharbor/harbor#12\n',
  '- Expected project size: 175 hours\n',
  '\n## Table of Contents\n\n- [Harbor](#harbour)\n  - [Gone](#gone)\n',
  '<!-- TOC -->\n* [Harbor](#harbor)\n<!-- TOC -->\n',
  '```\ncode\n```\n',
  '```\n',
  '---\ntitle: x\n---\n',
  '\n### Harbor\n\n#### Sign copies\n\n- Description: They are signed.\n- Mentor(s):\n  - Di Ash (@di-ash, di@example.org)\n\n',
  '\n#### New idea\n\n',
  '\n### Jaegr\n\n',
  '<<<<<<< HEAD\n',
  '=======\n',
  '>>>>>>> b\n',
  '<!-- idea-files-disable-next-line -->\n',
  '<details>\n',
]
const odd = ['😀', 'e\u0301', '\u0000', '\ud83d', '\u200d', '\u00a0', '\ufeff', '\r', '\u2028', '\t', '👩‍💻']
const headings = ['Harbor', 'harbour', 'Litmus', 'LitmusChaos', 'Jaeger', 'Ideas', 'A B C', 'Sign copies', '', '🔭 Trace']
const labels = ['Description', 'Mentors', 'Mentor(s)', 'Skills', 'Upstream Issue', 'Issue', 'Size', 'Deliverables', 'LFX URL']

const at = <T>(all: readonly T[], index: number): T => all[index % all.length]!

/** The lines of a text with their ends. */
const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? []

/** The lines of each section below a heading, the lines before the first one included. */
function sectionsOf(text: string): string[][] {
  const sections: string[][] = [[]]
  for (const line of linesOf(text)) {
    if (/^#{1,6} /.test(line)) sections.push([])
    sections.at(-1)!.push(line)
  }
  return sections
}

const joined = (sections: readonly (readonly string[])[]): string => sections.flat().join('')

function moved<T>(all: readonly T[], from: number, to: number): readonly T[] {
  const rest = all.toSpliced(from, 1)
  return rest.toSpliced(Math.min(to, rest.length), 0, all[from]!)
}

/**
 * The text after an edit. `history` are the texts before, oldest first, for undo; `elsewhere` is another list to paste from. Several
 * changes at once come out as one text: what changed between the two is one span.
 */
export function afterEdit(text: string, edit: AuthorEdit, history: readonly string[], elsewhere: string): string {
  const { kind, pick } = edit
  const offset = Math.floor(edit.from * text.length)
  const spliced = (length: number, inserted: string): string => text.slice(0, offset) + inserted + text.slice(offset + length)
  const lines = linesOf(text)
  const line = Math.floor(edit.from * Math.max(0, lines.length - 1))
  const otherLine = Math.floor(edit.to * Math.max(0, lines.length - 1))
  const sections = sectionsOf(text)
  const section = Math.floor(edit.from * (sections.length - 1))
  const withLine = (change: (line: string) => string): string =>
    lines.map((each, index) => (index === line ? change(each) : each)).join('')
  switch (kind) {
    case 'type words': {
      const end = text.slice(offset).search(/(?<=[a-z])(?=[ .,\n])/)
      return end < 0 ? text : text.slice(0, offset + end) + at(prose, pick) + text.slice(offset + end)
    }
    case 'type':
      return spliced(0, at(typed, pick))
    case 'type a block':
      return lines.toSpliced(line, 0, at(blocks, pick)).join('')
    case 'delete':
      return spliced(1 + (pick % 12), '')
    case 'delete a line':
      return lines.toSpliced(line, 1).join('')
    case 'move a line':
      return lines.length === 0 ? text : moved(lines, line, otherLine).join('')
    case 'repeat a line':
      return lines.toSpliced(otherLine, 0, lines[line] ?? '').join('')
    case 'indent a line':
      return withLine((each) => ' '.repeat(1 + (pick % 4)) + each)
    case 'outdent a line':
      return withLine((each) => each.replace(/^ {1,2}/, ''))
    case 'move an idea':
      return joined(moved(sections, section, Math.floor(edit.to * (sections.length - 1))))
    case 'delete an idea':
      return joined(sections.toSpliced(section, 1))
    case 'paste from elsewhere': {
      const source = sectionsOf(elsewhere)
      return joined(sections.toSpliced(section, 0, source[Math.floor(edit.to * (source.length - 1))]!))
    }
    case 'rename a heading':
      return joined(
        sections.with(
          section,
          sections[section]!.map((each) => each.replace(/^(#+ ).*/, `$1${at(headings, pick)}`)),
        ),
      )
    case 'relabel':
      return withLine((each) => each.replace(/^([-*] ?)[^:\n]*(?=:)/, `$1${at(labels, pick)}`))
    case 'several cursors':
      return lines.map((each, index) => (index % 3 === pick % 3 ? each.replace(/(?=\n)/, at(typed, pick)) : each)).join('')
    case 'line breaks':
      return pick % 2 === 0 ? text.replace(/\r\n?|\n/g, '\r\n') : text.replace(/\r\n?/g, '\n')
    case 'some line breaks':
      return lines.map((each, index) => (index % 4 === pick % 4 ? each.replace(/\r?\n/, '\r\n') : each)).join('')
    case 'odd characters':
      return spliced(0, at(odd, pick))
    case 'undo':
      return history.at(-1 - (pick % 8)) ?? text
    case 'replace all':
      return pick % 10 === 0 ? elsewhere : text
  }
}

/** A list to paste from. */
export const anotherList =
  '# Other ideas\n\n## Jaeger\n\n### Draw spans\n\n- Description: As trees.\n- Mentor(s): Flo Bay (@flo-bay)\n\n### Trace\n'

/** Whether one of the offsets is between the halves of a surrogate pair or of a CRLF, which no LSP position means. */
export const splitsCharacter = (text: string, ...offsets: readonly number[]): boolean =>
  offsets.some((offset) => /^(?:[\ud800-\udbff][\udc00-\udfff]|\r\n)/.test(text.slice(Math.max(0, offset - 1), offset + 1)))
