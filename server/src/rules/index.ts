import { conflictMarker } from './conflictMarker.ts'
import { duplicateField } from './duplicateField.ts'
import { duplicateIdea } from './duplicateIdea.ts'
import { duplicateLfxUrl } from './duplicateLfxUrl.ts'
import { duplicateMentor } from './duplicateMentor.ts'
import { duplicateProject } from './duplicateProject.ts'
import { duplicateText } from './duplicateText.ts'
import { duplicateUpstream } from './duplicateUpstream.ts'
import { emptyField } from './emptyField.ts'
import { emptyIdea } from './emptyIdea.ts'
import { emptyProject } from './emptyProject.ts'
import { fieldForm } from './fieldForm.ts'
import { fieldLabel } from './fieldLabel.ts'
import { fieldNesting } from './fieldNesting.ts'
import { fieldOrder } from './fieldOrder.ts'
import { headingLevel } from './headingLevel.ts'
import { ideaWithoutHeading } from './ideaWithoutHeading.ts'
import { invalidConfiguration } from './invalidConfiguration.ts'
import { invalidSize } from './invalidSize.ts'
import { lfxUrl } from './lfxUrl.ts'
import { mentorCount } from './mentorCount.ts'
import { mentorEmail } from './mentorEmail.ts'
import { mentorFormat } from './mentorFormat.ts'
import { mentorHandle } from './mentorHandle.ts'
import { mentorIdentity } from './mentorIdentity.ts'
import { mentorPrimary } from './mentorPrimary.ts'
import { missingField } from './missingField.ts'
import { noIdeas } from './noIdeas.ts'
import { orphanFields } from './orphanFields.ts'
import { projectName } from './projectName.ts'
import { projectOrder } from './projectOrder.ts'
import type { Rule } from './rule.ts'
import { sizeMismatch } from './sizeMismatch.ts'
import { staleYear } from './staleYear.ts'
import { templatePlaceholder } from './templatePlaceholder.ts'
import { tocBrokenLink } from './tocBrokenLink.ts'
import { tocEntryMissing } from './tocEntryMissing.ts'
import { tocEntryText } from './tocEntryText.ts'
import { tocMissing } from './tocMissing.ts'
import { tocOrder } from './tocOrder.ts'
import { unknownField } from './unknownField.ts'
import { unknownProject } from './unknownProject.ts'
import { unusedSuppression } from './unusedSuppression.ts'
import { upstreamProject } from './upstreamProject.ts'
import { upstreamTarget } from './upstreamTarget.ts'
import { upstreamUrl } from './upstreamUrl.ts'
import { yamlQuotes } from './yamlQuotes.ts'

/** Every rule, in the order of docs/rules.md. */
export const rules: readonly Rule[] = [
  headingLevel,
  noIdeas,
  emptyProject,
  emptyIdea,
  orphanFields,
  ideaWithoutHeading,
  duplicateIdea,
  conflictMarker,
  yamlQuotes,
  duplicateProject,
  projectOrder,
  unknownProject,
  projectName,
  missingField,
  emptyField,
  fieldLabel,
  fieldForm,
  fieldNesting,
  unknownField,
  duplicateField,
  fieldOrder,
  invalidSize,
  sizeMismatch,
  templatePlaceholder,
  mentorFormat,
  mentorHandle,
  mentorEmail,
  mentorCount,
  mentorPrimary,
  duplicateMentor,
  mentorIdentity,
  upstreamUrl,
  upstreamTarget,
  upstreamProject,
  duplicateUpstream,
  lfxUrl,
  duplicateLfxUrl,
  duplicateText,
  tocMissing,
  tocEntryMissing,
  tocBrokenLink,
  tocEntryText,
  tocOrder,
  staleYear,
  unusedSuppression,
  invalidConfiguration,
]

/** The codes of all rules. */
export const ruleCodes: readonly string[] = rules.map(({ code }) => code)
