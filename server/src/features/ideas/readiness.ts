import * as l10n from '@vscode/l10n'
import type { Severity } from '../../rules/rule.ts'
import { joinWithAnd, pluralize } from '../../text/wording.ts'

/** What a reviewer would say of an idea as it is. */
export interface IdeaReadiness {
  /** Whether there is no error and no warning about it. */
  readonly isReady: boolean
  /** `Ready` or `Not ready: 1 error and 2 warnings` */
  readonly text: string
}

/** Whether an idea with these findings is ready to be proposed. Information and hints are no obstacle. */
export function readinessOf(findings: readonly { readonly severity: Severity }[]): IdeaReadiness {
  const count = (severity: Severity): number => findings.filter((finding) => finding.severity === severity).length
  const [errors, warnings] = [count('error'), count('warning')]
  if (errors + warnings === 0) return { isReady: true, text: l10n.t('Ready: nothing is missing') }
  const parts = [...(errors > 0 ? [pluralize(errors, 'error')] : []), ...(warnings > 0 ? [pluralize(warnings, 'warning')] : [])]
  return { isReady: false, text: l10n.t`Not ready: ${joinWithAnd(parts)}` }
}
