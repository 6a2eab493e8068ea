import { entryTemplate } from '../../editing/mentorText.ts'
import { fieldSpecOf } from '../../model/profiles/template.ts'
import type { Field, FieldKey, FieldSpec, IdeaFile, MentorSpec, Template } from '../../model/types.ts'
import { pluralize, truncate } from '../../text/wording.ts'
import { type Card, cardLine, inQuotes } from './card.ts'
import { hoverSizeOptions } from './size.ts'

/** What belongs in a field according to the file's own template, otherwise to its profile. */
export function fieldCard(file: IdeaFile, field: Field): Card {
  const { template, templateSpan, profile } = file
  const spec = fieldSpecOf(field, template)
  const whose = templateSpan === null ? profile.title : `this list's template`
  if (spec === undefined)
    return [
      ...cardLine({ strong: truncate(field.label) }, ...unknownFieldNote(file, field, whose)),
      ...cardLine(...fieldPurpose(field.key, file)),
    ]
  const place = `${spec.required ? 'required' : 'optional'}, field ${template.fields.indexOf(spec) + 1} of ${template.fields.length} (${whose})`
  return [
    ...cardLine({ strong: truncate(spec.label) }, ` · ${place}`),
    ...cardLine(...fieldPurpose(field.key, file)),
    ...inQuotes(templateExcerpt(file, spec)),
  ]
}

/** For a field that the template lacks: whether the programme has it, otherwise which fields the template has. */
function unknownFieldNote({ template, profile }: IdeaFile, field: Field, whose: string): readonly string[] {
  const byProfile = fieldSpecOf(field, profile)
  if (byProfile?.required === false) return [` · optional (${profile.title})`]
  const asked = truncate(template.fields.map(({ label }) => label).join(', '), 300)
  return [` · ${field.key === 'other' ? 'a label of its own' : 'not asked for'}: ${whose} has ${asked}`]
}

/** What each field is for, in the words of the programmes' instructions to authors. */
function fieldPurpose(key: FieldKey, { template, profile }: IdeaFile): readonly string[] {
  switch (key) {
    case 'description':
      return ['What the problem is, and what is to be built.']
    case 'expectedOutcome':
      return ['What is there when the work is done.']
    case 'recommendedSkills':
      return ['What a contributor should know: names, with commas between them.']
    case 'technologies':
      return ['What the work is done with: names, with commas between them.']
    case 'difficulty':
      return ['How hard the work is.']
    case 'size':
      return template.sizes.length === 0 ? ['How much work it is.'] : [`One of ${hoverSizeOptions(template.sizes)}.`]
    case 'mentors':
      return [mentorsSentence(template)]
    case 'upstreamIssue':
      return ['The address of the issue, pull request, discussion or proposal where the idea is talked over.']
    case 'lfxUrl':
      return [
        profile.fields.some((spec) => spec.key === key && !spec.required)
          ? `The project's page at LFX Mentorship; empty until the idea is accepted.`
          : `The project's page at LFX Mentorship, which ends in a UUID.`,
      ]
    case 'other':
      return []
  }
}

function mentorsSentence({ mentors: spec }: Template): string {
  const entry = entryTemplate(spec)
  const primary = spec.primary ? ', one of them with " - primary" behind it' : ''
  return `${howMany(spec)}, one a line: ${entry}${primary}.`
}

function howMany({ min, advised, max }: MentorSpec): string {
  const most = Number.isFinite(max)
  const many =
    most && max > min ? `${min} to ${max} mentors` : most ? pluralize(min, 'mentor') : `At least ${pluralize(min, 'mentor')}`
  return advised > min ? `${many} (${advised} advised)` : many
}

const maxExcerptLines = 6

/** The lines of the file's own template that show a field, without the labels' emphasis and bullets in common. */
function templateExcerpt({ text, template, templateSpan }: IdeaFile, { label }: FieldSpec): readonly string[] {
  if (templateSpan === null) return []
  const lines = text
    .slice(templateSpan.start, templateSpan.end)
    .split(/\r\n|\r|\n/)
    .slice(1, -1)
  const labelOf = (each: string): string | undefined =>
    template.fields.find((spec) => isHoveredFieldLine(each, spec.label))?.label
  const first = lines.findIndex((each) => labelOf(each) === label)
  if (first < 0) return []
  const length = lines.slice(first + 1).findIndex((each) => labelOf(each) !== undefined || /^\s*(?:#{1,6}\s|$)/.test(each))
  const own = lines.slice(first, length < 0 ? undefined : first + 1 + length)
  const indent = (each: string): string => ' '.repeat(/^[ \t]{0,12}/.exec(each)![0].length)
  return own.slice(0, maxExcerptLines).map((each) => indent(each) + truncate(each, 160))
}

/** Whether a line begins with a label, ignoring bullets and emphasis before it. */
const isHoveredFieldLine = (each: string, label: string): boolean =>
  each
    .replace(/^[ \t>*+_-]{0,20}/, '')
    .toLowerCase()
    .startsWith(label.toLowerCase())
