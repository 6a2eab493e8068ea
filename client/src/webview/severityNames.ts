import * as l10n from '@vscode/l10n'
import type { IdeaFinding } from '../../../server/src/protocol/protocol.ts'

/** The severities of findings as pages show them. */
export const severityNames = (): Readonly<Record<IdeaFinding['severity'], string>> => ({
  error: l10n.t('Error'),
  warning: l10n.t('Warning'),
  information: l10n.t('Info'),
  hint: l10n.t('Hint'),
})
