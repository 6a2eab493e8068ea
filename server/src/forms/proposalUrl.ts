import * as l10n from '@vscode/l10n'
import { formatNumber } from '../text/wording.ts'
import type { ProposalProblem } from './proposalTypes.ts'

/** Longer addresses may not be opened by browsers and GitHub. */
export const maxProposalUrlLength = 8000

/** Encodes a query; half of a surrogate pair, which cannot be encoded, becomes U+FFFD. */
const encodeProposalQuery = (text: string): string => encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd'))

/**
 * The address of a new issue with title and body. It names no form: with `template=`, a dropdown that is filled in makes GitHub show an
 * empty editor.
 */
export const proposalUrl = (repository: string, title: string, body: string): string =>
  `https://github.com/${repository}/issues/new?title=${encodeProposalQuery(title)}&body=${encodeProposalQuery(body)}`

/** `OWNER/REPO`, as GitHub allows it. */
export const isProposalRepositoryName = (name: string): boolean => /^[A-Za-z0-9][A-Za-z0-9-]{0,38}\/[\w.-]{1,100}$/.test(name)

/** Says that an address is too long to be opened. */
export const urlLengthProblem = (url: string | null): readonly ProposalProblem[] =>
  url === null || url.length <= maxProposalUrlLength
    ? []
    : [
        {
          field: 'url',
          severity: 'warning',
          message: l10n.t`The URL of the prefilled issue has ${formatNumber(url.length)} characters and may not open (the limit is ${formatNumber(maxProposalUrlLength)}). Copy the body and paste it instead.`,
          span: null,
        },
      ]
