import * as l10n from '@vscode/l10n'
import { mentorTextTemplate } from '../../editing/mentorText.ts'
import { fieldSpecOf } from '../../model/profiles/template.ts'
import { labelKey } from '../../model/schema/labelKey.ts'
import { minSharingIdeas } from '../../model/schema/learnedTemplate.ts'
import type { Field, FieldKey, FieldSpec, IdeaFile, LearnedSchema, MentorSpec, Template } from '../../model/types.ts'
import { countedIdeas } from '../../rules/shared/countedIdeas.ts'
import { splitLines } from '../../text/textLines.ts'
import { pluralize, truncate } from '../../text/wording.ts'
import { type Card, cardLine, cardTextInQuotes } from './card.ts'
import { hoverSizeOptions } from './sizeCard.ts'

/** What belongs in a field according to the file's own template, otherwise to its profile. */
export function fieldCard(file: IdeaFile, field: Field): Card {
  const { template, templateSpan, profile } = file
  const { learned } = template
  if (learned && !learned.isDeclared) return learnedFieldCard(field, learned)
  const spec = fieldSpecOf(field, template)
  const whose = templateSpan === null ? l10n.t(profile.title) : l10n.t("this list's template")
  if (spec === undefined)
    return [
      ...cardLine({ strong: truncate(field.label) }, ...unknownFieldNote(file, field, whose)),
      ...cardLine(...fieldPurpose(field.key, file)),
    ]
  const [index, count] = [template.fields.indexOf(spec) + 1, template.fields.length]
  const need = spec.required ? l10n.t('required') : l10n.t('optional')
  const place = l10n.t`${need} · field ${index} of ${count} in ${whose}`
  return [
    ...cardLine({ strong: truncate(spec.label) }, ` · ${place}`),
    ...cardLine(...fieldPurpose(field.key, file)),
    ...cardTextInQuotes(fieldTemplateExcerpt(file, spec)),
  ]
}

/** In a list that says itself what its fields are: how many ideas have this one. */
function learnedFieldCard({ key, label }: Field, learned: LearnedSchema): Card {
  const shared = learned.labels.find((each) => each.key === labelKey(label))
  const counted = shared && learned.ideas >= minSharingIdeas ? countedIdeas(learned, shared.count, learned.ideas) : null
  return [
    ...cardLine({ strong: truncate(label) }, ...(counted === null ? [] : [` · ${l10n.t`in ${counted}`}`])),
    ...cardLine(...(key === 'mentors' ? [l10n.t('Who will mentor the idea.')] : purposeOf(key))),
  ]
}

/** For a field that the template lacks: whether the program has it, otherwise which fields the template has. */
function unknownFieldNote({ template, profile }: IdeaFile, field: Field, whose: string): readonly string[] {
  const byProfile = fieldSpecOf(field, profile)
  if (byProfile?.required === false) return [` · ${l10n.t`optional in ${l10n.t(profile.title)}`}`]
  const asked = truncate(template.fields.map(({ label }) => label).join(', '), 300)
  return [
    ` · ${field.key === 'other' ? l10n.t`not a known field; ${whose} has ${asked}` : l10n.t`not required; ${whose} has ${asked}`}`,
  ]
}

/** What each field is for, in the words of the programs' instructions to authors. */
function fieldPurpose(key: FieldKey, { template, profile }: IdeaFile): readonly string[] {
  switch (key) {
    case 'size':
      return template.sizes.length === 0 ? purposeOf(key) : [l10n.t`One of ${hoverSizeOptions(template.sizes)}.`]
    case 'mentors':
      return [fieldMentorsSentence(template)]
    case 'lfxUrl':
      return profile.fields.some((spec) => spec.key === key && !spec.required)
        ? [l10n.t("The project's LFX Mentorship page. Leave empty until the idea is accepted.")]
        : purposeOf(key)
    default:
      return purposeOf(key)
  }
}

/** What a field is for, whatever the program. */
function purposeOf(key: FieldKey): readonly string[] {
  switch (key) {
    case 'description':
      return [l10n.t('The problem, and what will be built.')]
    case 'expectedOutcome':
      return [l10n.t('What will exist when the work is done.')]
    case 'recommendedSkills':
      return [l10n.t('What a contributor should know, separated by commas.')]
    case 'technologies':
      return [l10n.t('Technologies used, separated by commas.')]
    case 'difficulty':
      return [l10n.t('How hard the work is.')]
    case 'size':
      return [l10n.t('How much work is involved.')]
    case 'upstreamIssue':
      return [l10n.t('Link to the issue, pull request, discussion or proposal where the idea is discussed.')]
    case 'lfxUrl':
      return [l10n.t("The project's LFX Mentorship page (the URL ends in a UUID).")]
    case 'mentors':
    case 'other':
      return []
  }
}

function fieldMentorsSentence({ mentors: spec }: Template): string {
  const entry = mentorTextTemplate(spec)
  const form = l10n.t`${fieldCountText(spec)}, one per line: ${entry}.`
  return spec.primary ? `${form} ${l10n.t('Mark one with " - primary".')}` : form
}

function fieldCountText({ min, advised, max }: MentorSpec): string {
  const most = Number.isFinite(max)
  const many =
    most && max > min
      ? l10n.t`${min} to ${max} mentors`
      : most
        ? pluralize(min, 'mentor')
        : l10n.t`At least ${pluralize(min, 'mentor')}`
  return advised > min ? l10n.t`${many} (${advised} recommended)` : many
}

const maxExcerptLines = 6

/** The lines of the file's own template that show a field, without the labels' emphasis and bullets in common. */
function fieldTemplateExcerpt({ text, template, templateSpan }: IdeaFile, { label }: FieldSpec): readonly string[] {
  if (templateSpan === null) return []
  const lines = splitLines(text.slice(templateSpan.start, templateSpan.end)).slice(1, -1)
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
