import * as l10n from '@vscode/l10n'
import { RequestType } from 'vscode-languageserver'
import * as z from 'zod/mini'
import { turnOffRule } from '../../config/turnOffRule.ts'
import { planAdoptForm } from '../../features/adoptForm/planAdoptForm.ts'
import { choicesFor } from '../../features/authoring/choices.ts'
import { planNewIdea } from '../../features/authoring/newIdea.ts'
import { planNewMentor } from '../../features/authoring/newMentor.ts'
import { planFixedPaste } from '../../features/authoring/pasteIdea.ts'
import type { Plan, Refusal } from '../../features/authoring/plan.ts'
import { planFixAll } from '../../features/authoring/planFixAll.ts'
import { planSortProjects } from '../../features/authoring/planSortProjects.ts'
import { planSyncToc } from '../../features/authoring/planSyncToc.ts'
import { profileById } from '../../model/profiles/profiles.ts'
import type { PasteIdeaJob } from '../../protocol/paste.ts'
import {
  type Choices,
  type ChoicesParams,
  choicesRequest,
  type PlanAnswer,
  type PlanJob,
  type PlanTarget,
  planRequest,
  projectFileName,
  type ReloadedParams,
  reloadedRequest,
} from '../../protocol/protocol.ts'
import type { NearestFile } from '../configuration/projectFiles.ts'
import type { OpenDocument } from '../documents/openDocument.ts'
import type { Session } from '../session.ts'
import { fixPartFor, fixProviderFor } from './fixProvider.ts'
import { parserOf } from './params.ts'
import { answerInSteps, type RequestHandler, requestHandler } from './requestHandler.ts'

const failedAuthoringAnswer = (): PlanAnswer => ({
  target: null,
  edits: [],
  cursor: null,
  refusal: l10n.t('The command failed. See the Idea Files output.'),
})

const targetShape = { uri: z.string(), text: z.string() }
const words = z._default(z.string(), '')
const jobSchema: z.ZodMiniType<PlanJob> = z.object({
  kind: z.enum(['newIdea', 'newMentor', 'pasteIdea', 'sortProjects', 'syncToc', 'fixAll', 'adoptForm', 'turnOffRule']),
  folder: words,
  project: words,
  title: words,
  code: words,
  profile: words,
  plain: words,
  html: words,
  at: z._default(z.number(), 0),
  person: z.optional(z.object({ name: z.string(), handle: z.optional(z.string()), email: z.optional(z.string()) })),
})

interface PlanRequestParams extends ChoicesParams {
  readonly job?: unknown
}

/** What our own extension requests for its authoring commands. */
export const authoringHandlers: readonly RequestHandler[] = [
  requestHandler({
    type: new RequestType<PlanRequestParams, PlanAnswer, never>(planRequest),
    scope: 'workspace',
    parse: parserOf(z.object({ ...targetShape, job: z.optional(z.unknown()) })),
    fallback: failedAuthoringAnswer,
    answer: (params, session, request) =>
      authoringInDocument(params, session, async (document) => {
        const job = jobSchema.safeParse(params.job).data
        const needsProjectFile = job?.kind === 'adoptForm' || job?.kind === 'turnOffRule'
        const projectFile = needsProjectFile ? await session.configuration.nearestProjectFile(document.uri) : null
        return answerInSteps(runAuthoringJob({ document, projectFile, session }, job), authoringAnswer, request, session)
      }),
  }),
  requestHandler({
    type: new RequestType<ReloadedParams, null, never>(reloadedRequest),
    scope: 'document',
    ready: 'now',
    fallback: null,
    answer: (document, { textDocument }, { tocs }) => {
      if (document.version === textDocument.version) tocs.opened(document)
      return null
    },
  }),
  requestHandler({
    type: new RequestType<ChoicesParams, Choices | null, never>(choicesRequest),
    scope: 'workspace',
    parse: parserOf(z.object({ ...targetShape, at: z.optional(z.number()) })),
    fallback: null,
    answer: (params, session) =>
      authoringInDocument(params, session, (document) =>
        choicesFor(
          document.read(),
          authoringProgrammes(document, session).map(({ profile }) => profile),
          params.at ?? null,
        ),
      ),
  }),
]

/** The text may be that of no open document: its configuration is asked for, and forgotten, as changes to it are not reported. */
export async function authoringInDocument<R>(
  { uri, text: shown }: ChoicesParams,
  { documents, configuration }: Session,
  answer: (document: OpenDocument) => R | Promise<R>,
): Promise<R> {
  await configuration.ready(uri)
  try {
    return await answer(documents.withText(uri, shown))
  } finally {
    if (!documents.get(uri)) configuration.drop(uri)
  }
}

const authoringProgrammes = ({ uri }: OpenDocument, { configuration }: Session) => configuration.of(uri).effective.programmes

/** A plan with the other file that it is for, if any. */
type TargetedPlan = (Plan & { readonly target?: PlanTarget }) | Refusal

interface PlanContext {
  readonly document: OpenDocument
  /** What a job that writes to it needs to know; null for other jobs. */
  readonly projectFile: NearestFile | null
  readonly session: Session
}

function* runAuthoringJob(
  { document, projectFile, session }: PlanContext,
  wanted: PlanJob | undefined,
): Generator<void, TargetedPlan> {
  const file = document.read()
  const read = (changed: string) => document.readChanged(changed)
  switch (wanted?.kind) {
    case 'newIdea': {
      const { project, title, at, profile: id = '' } = wanted
      const own = authoringProgrammes(document, session).find(({ profile }) => profile.id === id)
      if (own && !file.ideaList)
        return { refusal: l10n.t`Lists of ${own.profile.title} belong in ${own.files.join(', ')}; this file is somewhere else.` }
      const profile = profileById(id)
      return authoringInNewFile(document.uri, planNewIdea(file, { project, title, at, ...(profile && { profile }) }, read))
    }
    case 'newMentor':
      return planNewMentor(file, wanted.at, wanted.person ?? null)
    case 'pasteIdea':
      return authoringInNewFile(document.uri, yield* planPaste(document, wanted, session))
    case 'sortProjects':
      return planSortProjects(file, read)
    case 'syncToc':
      return planSyncToc(file)
    case 'fixAll':
      return planFixAll(file, yield* fixProviderFor(document, session).fixAll(() => true))
    case 'adoptForm':
      return authoringInProjectFile(document.uri, wanted.folder, projectFile, (text, path) => planAdoptForm(file, path, text))
    case 'turnOffRule':
      return authoringInProjectFile(document.uri, wanted.folder, projectFile, (text) => planTurnOffRule(text, wanted.code))
    default:
      return { refusal: l10n.t('Unknown command.') }
  }
}

function planPaste(document: OpenDocument, wanted: PasteIdeaJob, session: Session) {
  const file = document.read()
  const profile = file.ideaList ? null : profileById(wanted.profile ?? '')
  const copied = { plain: wanted.plain, html: wanted.html, project: wanted.project, ...(profile && { profile }) }
  return planFixedPaste(file, copied, wanted.at, (changed) => document.readChanged(changed), fixPartFor(document, session))
}

const authoringFolderOf = (uri: string): string => uri.slice(0, uri.lastIndexOf('/'))

/** A plan for a new file says where that file is. */
const authoringInNewFile = (uri: string, planned: Plan | Refusal): TargetedPlan =>
  'newFile' in planned && planned.newFile !== undefined
    ? {
        ...planned,
        target: { uri: `${authoringFolderOf(uri)}/${encodeURIComponent(planned.newFile)}`, text: null, isReviewed: false },
      }
    : planned

/**
 * Writes to the nearest project file, or to a new one in `folder` or, if the document is not below that, next to the document. `plan`
 * gets the text of the project file, and the document's path from there.
 */
function authoringInProjectFile(
  uri: string,
  folder: string,
  nearest: NearestFile | null,
  plan: (text: string, path: string) => Plan | Refusal,
): TargetedPlan {
  const above = folder.replace(/\/$/, '')
  const place = nearest
    ? authoringFolderOf(nearest.uri)
    : above !== '' && uri.startsWith(`${above}/`)
      ? above
      : authoringFolderOf(uri)
  const planned = plan(nearest?.text ?? '', decodeURIComponent(uri.slice(place.length + 1)))
  if ('refusal' in planned) return planned
  return {
    ...planned,
    target: { uri: nearest?.uri ?? `${place}/${projectFileName}`, text: nearest?.text ?? null, isReviewed: true },
  }
}

function planTurnOffRule(text: string, code: string): Plan | Refusal {
  const edits = turnOffRule(text, code)
  if (edits === null) return { refusal: l10n.t('The configuration file is not valid. Fix it first.') }
  return { edits: edits.map((edit) => ({ ...edit, snippet: false })) }
}

const authoringAnswer = (planned: TargetedPlan): PlanAnswer =>
  'refusal' in planned
    ? { target: null, cursor: null, edits: [], ...planned }
    : {
        edits: planned.edits.map(({ span: { start, end }, newText, snippet }) => ({ start, end, newText, snippet })),
        refusal: null,
        cursor: planned.cursor ?? null,
        target: planned.target ?? null,
      }
