import type { IdeaFinding } from '../../../server/src/protocol/protocol.ts'

/** The severities of findings as pages show them. */
export const severityNames: Readonly<Record<IdeaFinding['severity'], string>> = {
  error: 'Error',
  warning: 'Warning',
  information: 'Information',
  hint: 'Hint',
}
