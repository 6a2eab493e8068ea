import { findNodeAtLocation, getNodeValue, type Node, parseTree } from 'jsonc-parser'
import type { Span } from '../text/span.ts'
import { type ExportedPerson, type ExportedProgram, readLfxExport } from './lfxExport.ts'

/** A program of an export with its places in the JSON text (UTF-16). */
export interface PlacedProgram {
  readonly program: ExportedProgram
  /** From `{` to `}`. */
  readonly span: Span
  readonly mentors: readonly { readonly person: ExportedPerson; readonly span: Span }[]
  /** The value of a property, without its quotes; the whole program if it is absent. */
  readonly spanOf: (property: keyof ExportedProgram) => Span
}

/** The programs of an export in the order of the text; none if the text is not an export. */
export function placedPrograms(source: string): readonly PlacedProgram[] {
  const read = readLfxExport(source)
  // the same length: offsets stay true
  const tree = 'data' in read ? parseTree(source.replace(/^\ufeff/, ' ')) : undefined
  if (!('data' in read) || tree === undefined) return []
  const nodes = findNodeAtLocation(tree, ['programs'])?.children ?? []
  return read.data.programs.flatMap((program, index) => {
    const node = nodes[index]
    if (node === undefined) return []
    const span = programNodeSpan(node)
    const people = findNodeAtLocation(node, ['mentors'])?.children ?? []
    return [
      {
        program,
        span,
        mentors: program.mentors.map((person, at) => ({ person, span: people[at] ? programNodeSpan(people[at]) : span })),
        spanOf: (property) => {
          const value = findNodeAtLocation(node, [property])
          return value === undefined ? span : programValueSpan(value)
        },
      },
    ]
  })
}

const programNodeSpan = ({ offset, length }: Node): Span => ({ start: offset, end: offset + length })

const programValueSpan = (node: Node): Span => {
  const { start, end } = programNodeSpan(node)
  return typeof getNodeValue(node) === 'string' ? { start: start + 1, end: end - 1 } : { start, end }
}
