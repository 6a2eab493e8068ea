import { knowsProject } from '../../server/src/catalog/knownProjects.ts'
import { readIdeaFile } from '../../server/src/model/ideaFile.ts'
import type { Field, IdeaFile, PlacedIdea } from '../../server/src/model/types.ts'
import { namedForm } from './namedForm.ts'

/** Reads a text as the product does. */
export const read = (text: string, path = 'ideas.md'): IdeaFile => readIdeaFile(text, namedForm(text, { path, knowsProject }))

/** Projects with the titles of their ideas. */
export const outline = (file: IdeaFile): readonly (readonly [string, readonly (string | null)[]])[] =>
  file.projects.map(({ name, ideas }) => [name, ideas.map(({ idea }) => idea.heading?.text ?? null)])

/** An idea's fields as `[key, value]`, the value as written in the text. */
export const fieldsOf = (file: IdeaFile, { idea, at }: PlacedIdea): readonly (readonly [Field['key'], string])[] =>
  idea.fields.map(({ key, valueSpan }) => [key, file.text.slice(at + valueSpan.start, at + valueSpan.end)])

/** The only idea of a text under a project and a heading of their own. */
export function onlyIdea(body: string): { readonly file: IdeaFile; readonly placed: PlacedIdea } {
  const file = read(`## Ideas\n\n### Kubernetes\n\n#### An idea\n\n${body}\n`)
  return { file, placed: file.projects[0]!.ideas[0]! }
}

/** An idea that need not show by itself that its file is a list: another one is above it. */
export function laterIdea(body: string): { readonly file: IdeaFile; readonly placed: PlacedIdea } {
  const first = '- Description: a\n- Recommended Skills: b\n- Mentor(s): Ann Lee (@ann)'
  const file = read(`## Ideas\n\n### Kubernetes\n\n#### First\n\n${first}\n\n#### An idea\n\n${body}\n`)
  return { file, placed: file.projects[0]!.ideas[1]! }
}
