import * as l10n from '@vscode/l10n'
import { CORE_SCHEMA, load } from 'js-yaml'
import { errorMessage } from '../text/errorMessage.ts'
import { joinWithAnd, quote } from '../text/wording.ts'
import { purposeOfField } from './fieldPurpose.ts'
import type { FormField, FormFieldType, FormLimits, IssueForm, ReadForm } from './issueForm.ts'

/** Larger forms are not read. */
export const maxFormLength = 512 * 1024

/** What the bot of the CNCF's form refuses (cncf/mentoring). */
const cncfLimits: FormLimits = { fullTitle: 100, description: 3000, mentors: { min: 1, max: 4 } }

/** Reads an issue form; a form without inputs for mentors and a description is a problem, too. Never throws. */
export function readIssueForm(source: string): ReadForm {
  if (source.length > maxFormLength)
    return { problem: l10n.t('too large for an issue form (the limit is 512 KB)'), isBroken: true }
  try {
    return issueFormOf(load(source, { schema: CORE_SCHEMA }))
  } catch (error) {
    const [reason = ''] = errorMessage(error).split('\n')
    return { problem: l10n.t`not valid YAML (${reason}); fix it, or use another form`, isBroken: true }
  }
}

/** The form in the data of a YAML file. */
export function issueFormOf(data: unknown): ReadForm {
  if (!isIssueFormRecord(data) || !Array.isArray(data.body)) {
    return {
      problem: l10n.t('not an issue form (no "body" list); use a file from .github/ISSUE_TEMPLATE'),
      isBroken: false,
    }
  }
  const fields = data.body.flatMap(issueFormFieldOf)
  const missing = (['mentors', 'description'] as const).filter((each) => !fields.some(({ purpose }) => purpose === each))
  if (missing.length > 0) {
    return {
      problem: l10n.t`not a form for mentoring ideas: no input for ${joinWithAnd(missing)}; add one with such a label, or use another form`,
      isBroken: false,
    }
  }
  const form = { name: issueFormText(data, 'name') ?? 'Issue', title: issueFormText(data, 'title') ?? '', fields }
  return { form: { ...form, limits: isCncfForm(form) ? cncfLimits : null } }
}

const isCncfForm = ({ fields }: Pick<IssueForm, 'fields'>): boolean =>
  ['cncf_project', 'program_name', 'program_description'].every((id) => fields.some((field) => field.id === id))

const fieldTypes: readonly FormFieldType[] = ['input', 'textarea', 'dropdown', 'checkboxes']

/** An element of `body`; none for `type: markdown`, which is text for the author. */
function issueFormFieldOf(element: unknown): readonly FormField[] {
  if (!isIssueFormRecord(element)) return []
  const typeName = issueFormText(element, 'type') ?? ''
  const attributes = isIssueFormRecord(element.attributes) ? element.attributes : {}
  const label = issueFormText(attributes, 'label')?.trim()
  if (typeName === 'markdown' || label === undefined || label === '') return []
  const id = issueFormText(element, 'id') ?? label
  const validations = isIssueFormRecord(element.validations) ? element.validations : {}
  return [
    {
      id,
      type: fieldTypes.find((type) => type === typeName) ?? 'unknown',
      typeName,
      label,
      hint: [issueFormText(attributes, 'description'), issueFormText(attributes, 'placeholder')].filter(Boolean).join('\n'),
      required: validations.required === true,
      options: issueFormOptions(attributes.options),
      purpose: purposeOfField(id, label),
    },
  ]
}

const issueFormOptions = (options: unknown): readonly string[] =>
  !Array.isArray(options)
    ? []
    : options.flatMap((option: unknown) => {
        const text = isIssueFormRecord(option) ? issueFormText(option, 'label') : issueFormScalarText(option)
        return text === undefined ? [] : [text.trim()]
      })

const isIssueFormRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const issueFormText = (data: Readonly<Record<string, unknown>>, key: string): string | undefined =>
  Object.hasOwn(data, key) ? issueFormScalarText(data[key]) : undefined

const issueFormScalarText = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined

/** A sentence for an input whose type this version does not know. */
export const unknownIssueFormType = ({ label, typeName }: FormField): string =>
  l10n.t`The form's ${quote(label)} has the unknown type ${quote(typeName)}. Fill it in on GitHub.`
