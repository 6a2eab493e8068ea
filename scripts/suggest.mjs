// usage: node scripts/suggest.mjs REPORT.json   Posts the fixes of a report (check --format json) as suggestions on a pull request.
// action.yml runs it with `suggest: true`. Reads the event that GitHub's runner describes in the environment; needs a token that may
// write pull requests. Texts of files are only ever the body of a comment.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Refusal, script } from './run.mjs'

const maxSuggestions = 20
const timeoutMs = 15_000

/** The lines on the right side of a patch by their numbers: GitHub takes comments on these only. */
export function rightLines(patch = '') {
  const lines = new Map()
  let number = 0
  for (const line of patch.split('\n')) {
    const hunk = /^@@ -\d+(?:,\d+)? \+(\d+)/.exec(line)
    if (hunk) number = Number(hunk[1])
    else if (line.startsWith('+') || line.startsWith(' ')) lines.set(number++, line.slice(1))
  }
  return lines
}

/** The whole lines that the edits of a fix touch, and what they become; null if they are not a few lines next to each other. */
export function lineSuggestion(text, edits) {
  const lines = text.split(/\r\n|\r|\n/)
  const start = Math.min(...edits.map(({ line }) => line))
  // an edit up to the start of a line leaves that line as it is, but a suggestion must name it
  const end = Math.max(...edits.map(({ endLine }) => endLine))
  if (end - start > 20 || end > lines.length) return null
  const offsetOf = (line, column) => lines.slice(start - 1, line - 1).join('\n').length + (line > start ? 1 : 0) + column - 1
  const whole = lines.slice(start - 1, end).join('\n')
  const changed = edits
    .toSorted((a, b) => b.line - a.line || b.column - a.column)
    .reduce(
      (now, { line, column, endLine, endColumn, newText }) =>
        now.slice(0, offsetOf(line, column)) + newText.replace(/\r\n?/g, '\n') + now.slice(offsetOf(endLine, endColumn)),
      whole,
    )
  return { start, end, before: lines.slice(start - 1, end), text: changed }
}

/** A fence that the text cannot close. */
const fenceFor = (text) => '`'.repeat(Math.max(3, ...[...text.matchAll(/`+/g)].map(([run]) => run.length + 1)))

/** The comments for a report, on lines that the pull request shows as they are here. */
export function suggestionComments(report, readText, patches, known) {
  const comments = []
  for (const { path, findings } of report.files) {
    const shown = rightLines(patches.get(path))
    if (shown.size === 0) continue
    for (const { message, code, fixes = [] } of findings) {
      const suggestion = fixes[0] && lineSuggestion(readText(path), fixes[0].edits)
      if (!suggestion) continue
      const { start, end, before, text } = suggestion
      if (before.some((line, index) => shown.get(start + index) !== line)) continue
      const fence = fenceFor(text)
      const body = `${message.replace(/@/g, '@\u200b')} (\`${code}\`)\n\n${fence}suggestion\n${text}\n${fence}`
      const isKnown = known.some((other) => other.path === path && other.line === end && other.body === body)
      const taken = comments.some(
        (other) => other.path === path && (other.start_line ?? other.line) <= end && start <= other.line,
      )
      if (isKnown || taken) continue
      comments.push({ path, line: end, side: 'RIGHT', ...(start < end && { start_line: start, start_side: 'RIGHT' }), body })
    }
  }
  return comments.slice(0, maxSuggestions)
}

/** Requests of GitHub's REST, to its own host only. */
function github(env) {
  const base = env.GITHUB_API_URL || 'https://api.github.com'
  return async (path, body) => {
    const response = await fetch(`${base}/repos/${env.GITHUB_REPOSITORY}/pulls/${path}`, {
      method: body ? 'POST' : 'GET',
      headers: {
        accept: 'application/vnd.github+json',
        authorization: `Bearer ${env.IDEA_FILES_GITHUB_TOKEN}`,
        'user-agent': 'idea-files',
        'x-github-api-version': '2022-11-28',
      },
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
      ...(body && { body: JSON.stringify(body) }),
    })
    if (response.status === 403 || response.status === 404 || response.status === 401) {
      throw new Refusal('The token may not write to this pull request (a fork?): give the job "pull-requests: write".')
    }
    if (!response.ok) throw new Refusal(`GitHub answered ${response.status}; suggestions were not posted.`)
    return response.json()
  }
}

/** All pages of a list, at most ten. */
async function allPages(get, path) {
  const all = []
  for (let page = 1; page <= 10; page++) {
    const some = await get(`${path}?per_page=100&page=${page}`)
    all.push(...some)
    if (some.length < 100) break
  }
  return all
}

export async function postSuggestions(reportPath, env) {
  if (env.GITHUB_EVENT_NAME === 'pull_request_target')
    throw new Refusal('Suggestions are not posted on pull_request_target, where a checkout of the branch could misuse the token.')
  if (env.GITHUB_EVENT_NAME !== 'pull_request') return 'Suggestions are posted on pull_request only.'
  if (!env.IDEA_FILES_GITHUB_TOKEN) throw new Refusal('Suggestions need the input github-token.')
  const event = JSON.parse(readFileSync(env.GITHUB_EVENT_PATH, 'utf8'))
  const { number, head } = event.pull_request
  const request = github(env)
  const files = await allPages(request, `${number}/files`)
  const known = await allPages(request, `${number}/comments`)
  const readText = (path) => readFileSync(join(env.GITHUB_WORKSPACE ?? '.', path), 'utf8').replace(/^\ufeff/, '')
  const patches = new Map(files.map(({ filename, patch }) => [filename, patch]))
  const comments = suggestionComments(JSON.parse(readFileSync(reportPath, 'utf8')), readText, patches, known)
  if (comments.length > 0) await request(`${number}/reviews`, { commit_id: head.sha, event: 'COMMENT', comments })
  return `${comments.length} suggestions were posted.`
}

if (process.argv[1]?.endsWith('suggest.mjs')) {
  await script(async () => console.log(await postSuggestions(process.argv[2], process.env)))
}
