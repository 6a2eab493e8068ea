import { emptyField } from './emptyField.ts'
import { invalidSize } from './invalidSize.ts'
import { mentorCount } from './mentorCount.ts'
import { mentorEmail } from './mentorEmail.ts'
import { mentorHandle } from './mentorHandle.ts'
import { mentorPrimary } from './mentorPrimary.ts'
import { missingField } from './missingField.ts'
import type { Rule } from './rule.ts'
import { tocBrokenLink } from './tocBrokenLink.ts'
import { tocEntryMissing } from './tocEntryMissing.ts'
import { upstreamUrl } from './upstreamUrl.ts'

/** Every rule, in the order of rules.md. */
export const rules: readonly Rule[] = [
  missingField,
  emptyField,
  invalidSize,
  mentorHandle,
  mentorEmail,
  mentorCount,
  mentorPrimary,
  upstreamUrl,
  tocEntryMissing,
  tocBrokenLink,
]
