import type { Idea } from '../model/types.ts'
import type { Github, GithubAnswer } from '../network/github.ts'
import type { Phrase } from '../protocol/phrase.ts'
import { eitherPhrase, phrase } from '../text/phrase.ts'
import { finePoint, problemPoint, type ReviewPoint, type ReviewPointId, unknownPoint } from './reviewPoint.ts'

/** The points for which GitHub is asked, without asking. */
export const pointsWithoutNetwork = (why: Phrase): readonly ReviewPoint[] =>
  (['exists', 'open', 'unassigned', 'handles'] as const).map((id) => unknownPoint(id, why))

/** The points for which GitHub is asked. */
export const onlinePoints = async (idea: Idea, github: Github): Promise<readonly ReviewPoint[]> => [
  ...(await issuePoints(idea, github)),
  await handlesPoint(idea, github),
]

/** `https://github.com/goharbor/harbor/issues/1` → its path in the REST API; null for other URLs. */
export function onlineIssuePath(url: string): string | null {
  const found = /^https?:\/\/(?:www\.)?github\.com\/([\w-]{1,39})\/([\w.-]{1,100})\/(?:issues|pull)\/(\d{1,9})(?=[/?#]|$)/i.exec(
    url,
  )
  return found ? `/repos/${found[1]}/${found[2]}/issues/${found[3]}` : null
}

const issueIds: readonly ReviewPointId[] = ['exists', 'open', 'unassigned']

async function issuePoints({ upstream }: Idea, github: Github): Promise<readonly ReviewPoint[]> {
  const all = (why: Phrase): readonly ReviewPoint[] => issueIds.map((id) => unknownPoint(id, why))
  const [first] = upstream
  if (first === undefined) return all(phrase('there is no issue'))
  const path = onlineIssuePath(first.url)
  if (path === null) return all(phrase('the link is not a GitHub issue'))
  const answer = await github.get(path)
  if (answer.kind === 'missing')
    return [
      problemPoint('exists', phrase('GitHub has no such issue, or its repository is private')),
      ...all(phrase('there is no issue to see')).slice(1),
    ]
  if (answer.kind === 'unknown') return all(answer.why)
  const { state, assignees } = onlineIssueOf(answer.data)
  return [
    finePoint('exists'),
    state === 'open'
      ? finePoint('open')
      : state === ''
        ? unknownPoint('open', phrase('GitHub does not say'))
        : problemPoint('open', state === 'closed' ? phrase('it is closed') : phrase('it is {0}', state)),
    assignees.length === 0
      ? finePoint('unassigned')
      : problemPoint('unassigned', phrase('it is assigned to {0}', eitherPhrase(assignees.map((name) => `@${name}`)))),
  ]
}

/** The state and the assignees of an issue, as far as an answer has them. */
export function onlineIssueOf(data: unknown): { readonly state: string; readonly assignees: readonly string[] } {
  const state: unknown = typeof data === 'object' && data !== null ? Reflect.get(data, 'state') : null
  const assigned: unknown = typeof data === 'object' && data !== null ? Reflect.get(data, 'assignees') : null
  const names = Array.isArray(assigned) ? assigned.map((each: unknown) => onlineLoginOf(each)).filter((name) => name !== '') : []
  return { state: typeof state === 'string' ? state : '', assignees: names }
}

const onlineLoginOf = (person: unknown): string => {
  const login: unknown = typeof person === 'object' && person !== null ? Reflect.get(person, 'login') : null
  return typeof login === 'string' ? login : ''
}

async function handlesPoint({ mentors }: Idea, github: Github): Promise<ReviewPoint> {
  const handles = mentors.flatMap(({ handle }) => (handle === null ? [] : [handle]))
  if (handles.length === 0) return unknownPoint('handles', phrase('no mentor has a handle'))
  const answers = new Map<string, GithubAnswer>()
  for (const handle of handles) {
    const isPossible = /^[a-z\d][a-z\d-]{0,38}$/i.test(handle)
    answers.set(handle, isPossible ? await github.get(`/users/${handle}`) : { kind: 'missing' })
  }
  const missing = handles.filter((handle) => answers.get(handle)?.kind === 'missing')
  if (missing.length > 0)
    return problemPoint('handles', phrase('GitHub has no {0}', eitherPhrase(missing.map((handle) => `@${handle}`))))
  const open = [...answers.values()].find(({ kind }) => kind === 'unknown')
  return open?.kind === 'unknown' ? unknownPoint('handles', open.why) : finePoint('handles')
}
