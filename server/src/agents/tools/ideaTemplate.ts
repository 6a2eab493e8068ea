import * as z from 'zod/mini'
import { formatSize } from '../../editing/sizeText.ts'
import { planNewIdea } from '../../features/authoring/newIdea.ts'
import type { Plan } from '../../features/authoring/plan.ts'
import { plainTextOfSnippet } from '../../features/authoring/snippet.ts'
import { builtInIds, profileById, profiles } from '../../model/profiles/profiles.ts'
import type { IdeaFile, MentorSpec, SizeSpec, Template } from '../../model/types.ts'
import { findingLineIndex, toReportedEdit } from '../../report/findings.ts'
import { applyEdits, type Edit } from '../../text/edits.ts'
import { joinWithAnd, pluralizeEnglish } from '../../text/wording.ts'
import { agentTool, openToolSource, sourceInputs } from '../agentTool.ts'
import { clipAnswer, maxAnswerLength } from '../boundedAnswer.ts'

const templateNameInput = (what: string) => z.optional(z.string().check(z.maxLength(300), z.describe(what)))

/** The form of a new idea in its place: in a list, or in a new list of a program. */
export const ideaTemplateTool = agentTool({
  name: 'idea_template',
  title: 'Idea template',
  description:
    "Returns the form of a new idea: labels, order, sizes and mentors as the list or its program asks for them, to be filled in. With path or text of a list, the edits that put it into its place; with program only, a whole new list. The first part of the answer says what the form asks for, the second is the form's text, the third (in an existing list) the edits as JSON with 1-based lines and columns. It writes no file, and no prose.",
  schema: z.strictObject({
    ...sourceInputs,
    program: z.optional(
      z
        .string()
        .check(
          z.maxLength(100),
          z.describe(`The id of a program, for a new list: ${builtInIds.join(', ')}, or one of the configuration.`),
        ),
    ),
    project: templateNameInput('The project of the idea, as its heading says it.'),
    title: templateNameInput('The title of the idea.'),
  }),
  answer: async ({ project, title = 'Idea title', ...input }, workspace) => {
    const isNew = input.text === undefined && input.path === undefined
    if (isNew && input.program === undefined)
      throw new Error(`Neither a list nor a program was named; there is ${joinWithAnd(builtInIds)}.`)
    const source = isNew ? { text: '', program: input.program } : input
    const { file, path, read } = await openToolSource(source, workspace)
    const profile = profileById(input.program ?? '') ?? (file.ideaList ? null : profiles.gsoc)
    const heading = project ?? file.projects.find(({ name }) => name !== '')?.name ?? 'Project name'
    const planned = planNewIdea(file, { project: heading, title, ...(profile && { profile }) }, read)
    if ('refusal' in planned) throw new Error(planned.refusal)
    return templateAnswer(planned, path, file, read)
  },
})

/** What the form asks for, its text, and the edits of an existing list. */
function templateAnswer(plan: Plan, path: string, file: IdeaFile, read: (text: string) => IdeaFile): readonly string[] {
  const edits = plan.edits.map(({ span, newText, snippet }) => ({
    span,
    newText: snippet ? plainTextOfSnippet(newText) : newText,
  }))
  const main = plan.edits.findIndex(({ snippet }) => snippet)
  const form = clipAnswer((edits[main] ?? edits[0])?.newText.replace(/^(?:\r?\n)+/, '') ?? '', maxAnswerLength / 2)
  // a new file has the form of its folder
  if (plan.newFile !== undefined)
    return [`The text of a new file ${plan.newFile} next to ${path}. ${templateNotes(file.template)}`, form]
  const { template } = read(applyEdits(file.text, edits))
  const isEmpty = file.text.trim() === ''
  const place = isEmpty ? 'The text of a new list.' : `A new idea in ${path}; the third part has its place.`
  return [`${place} ${templateNotes(template)}`, form, ...(isEmpty ? [] : [templateEditsJson(edits, file.text)])]
}

const templateEditsJson = (edits: readonly Edit[], text: string): string => {
  const lines = findingLineIndex(text)
  return clipAnswer(JSON.stringify(edits.map((edit) => toReportedEdit(edit, lines))), maxAnswerLength / 2)
}

/** The form in a few sentences: fields, sizes, mentors. */
function templateNotes(template: Template): string {
  const required = template.fields.filter((field) => field.required).map(({ label }) => `"${label}"`)
  const sizes = template.sizes.slice(0, 12).map((size) => ideaTemplateSizeName(size, template))
  return [
    'Fill every field in, and keep labels and order as they are.',
    required.length > 0 ? `Required: ${joinWithAnd(required.slice(0, 30))}.` : '',
    sizes.length > 0 ? `Sizes: ${joinWithAnd(sizes)}.` : '',
    templateMentorNote(template.mentors),
  ]
    .filter((note) => note !== '')
    .join(' ')
}

const ideaTemplateSizeName = ({ word, hours }: SizeSpec, template: Template): string =>
  word === null ? `${hours} hours` : formatSize(word, template)

function templateMentorNote({ min, advised, max, handle, email, primary }: MentorSpec): string {
  const parts = [handle ? '@handle on GitHub' : '', email ? 'email address' : ''].filter((part) => part !== '')
  const count = `${pluralizeEnglish(min, 'mentor')} at least${advised > min ? `, better ${advised}` : ''}${Number.isFinite(max) ? `, at most ${max}` : ''}`
  return `${count}${parts.length > 0 ? `, each with ${joinWithAnd(parts)}` : ''}${primary ? '; one is marked "- primary"' : ''}.`
}
