import { toLspRange } from '../../features/toLspRange.ts'
import type { ProblemList } from '../../protocol/problems.ts'
import { projectFileName } from '../../protocol/protocol.ts'
import type { Session } from '../session.ts'
import { authoringInDocument } from './authoring.ts'

/** The problems of the project files that apply to these lists, whether they are open or not. */
export async function projectFileProblems(uris: readonly string[], session: Session): Promise<readonly ProblemList[]> {
  const { configuration, diagnostics, documents } = session
  const nearest = await Promise.all(uris.map((uri) => configuration.nearestProjectFile(uri)))
  const texts = new Map(
    nearest.flatMap((file) => (file ? [[file.uri, documents.get(file.uri)?.text ?? file.text] as const] : [])),
  )
  const found = await Promise.all(
    [...texts].map(([uri, text]) =>
      authoringInDocument({ uri, text }, session, (document) => {
        const problems = diagnostics.of(document).findings.map(({ code, severity, message, span, fix }) => ({
          code,
          severity,
          message,
          range: toLspRange(document.lines, span),
          idea: '',
          hasFix: fix !== 'none',
        }))
        return { uri, label: projectFileName, problems }
      }),
    ),
  )
  return found.filter(({ problems }) => problems.length > 0)
}
