import { choicesFor } from '../../features/authoring/choices.ts'
import { planFixAll } from '../../features/authoring/fixAll.ts'
import { planNewIdea } from '../../features/authoring/newIdea.ts'
import { planNewMentor } from '../../features/authoring/newMentor.ts'
import type { Plan, Refusal } from '../../features/authoring/plan.ts'
import { planSortProjects } from '../../features/authoring/sortProjects.ts'
import { planSyncToc } from '../../features/authoring/syncToc.ts'
import { profileById } from '../../model/profiles/profiles.ts'
import { type Choices, choicesRequest, type PlanAnswer, type PlanJob, planRequest } from '../../protocol/protocol.ts'
import type { OpenDocument } from '../documents/openDocument.ts'
import { guard } from '../guard.ts'
import { fixProviderFor } from './fixProvider.ts'
import type { RequestHandler, Session } from './handler.ts'

const failed: PlanAnswer = { edits: [], refusal: 'Idea Files could not work that out; its output says more.' }

/** What our own extension asks for when a person writes in a list by command. */
export const authoringServices: readonly RequestHandler[] = [
  own(planRequest, failed, (document, params, session) => answerOf(plan(document, readJob(Reflect.get(params, 'job')), session))),
  own<Choices | null>(choicesRequest, null, (document, _, session) =>
    choicesFor(
      document.read(),
      session.programmes(document).map(({ profile }) => profile),
    ),
  ),
]

/** A request about a text that may be no open document, in the parameters `uri` and `text`. */
function own<R>(
  method: string,
  fallback: R,
  answer: (document: OpenDocument, params: object, session: Session) => R,
): RequestHandler {
  const respond = async (session: Session, params: unknown): Promise<R> => {
    if (typeof params !== 'object' || params === null) return fallback
    const [uri, text] = [String(Reflect.get(params, 'uri')), String(Reflect.get(params, 'text'))]
    await session.ready(uri)
    const answered = guard(session.connection, method, uri, fallback, () =>
      answer(session.documentWith(uri, text), params, session),
    )
    session.forget(uri)
    return answered
  }
  return {
    capability: {},
    offered: () => true,
    listen: (session) => session.connection.onRequest<unknown, never>(method, (params: unknown) => respond(session, params)),
  }
}

function plan(document: OpenDocument, job: PlanJob | null, session: Session): Plan | Refusal {
  const file = document.read()
  const read = (text: string) => document.readChanged(text)
  switch (job?.kind) {
    case 'newIdea': {
      const id = job.profile ?? ''
      const own = session.programmes(document).find(({ profile }) => profile.id === id)
      if (own && !file.ideaList)
        return { refusal: `Lists of ${own.profile.title} are kept in ${own.files.join(', ')}: this file is none.` }
      const profile = profileById(id)
      return planNewIdea(file, { project: job.project, title: job.title, at: job.at, ...(profile && { profile }) }, read)
    }
    case 'newMentor':
      return planNewMentor(file, job.at)
    case 'sortProjects':
      return planSortProjects(file, read)
    case 'syncToc':
      return planSyncToc(file)
    case 'fixAll':
      return planFixAll(
        file,
        fixProviderFor(document, session).fixAll(() => true),
      )
    default:
      return { refusal: 'Idea Files does not know this command.' }
  }
}

const answerOf = (planned: Plan | Refusal): PlanAnswer =>
  'refusal' in planned
    ? { edits: [], refusal: planned.refusal }
    : {
        edits: planned.edits.map(({ span: { start, end }, newText, snippet }) => ({ start, end, newText, snippet })),
        refusal: null,
      }

/** A client may send anything. */
function readJob(value: unknown): PlanJob | null {
  if (typeof value !== 'object' || value === null) return null
  const text = (key: string): string => String(Reflect.get(value, key) ?? '')
  const at = Number(Reflect.get(value, 'at') ?? 0)
  switch (Reflect.get(value, 'kind')) {
    case 'newIdea':
      return { kind: 'newIdea', project: text('project'), title: text('title'), at, profile: text('profile') }
    case 'newMentor':
      return { kind: 'newMentor', at }
    case 'sortProjects':
      return { kind: 'sortProjects' }
    case 'syncToc':
      return { kind: 'syncToc' }
    case 'fixAll':
      return { kind: 'fixAll' }
    default:
      return null
  }
}
