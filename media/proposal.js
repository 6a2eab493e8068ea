// The script of Prepare Proposal's page: it shows what the extension sends, and reports what the user clicks.
const extension = acquireVsCodeApi()
const [proposal, news] = ['proposal', 'news'].map((id) => document.getElementById(id))
let shown = ''

/** Leaves what has not changed as it is, and the keyboard focus on the button that has it. */
const put = (html) => {
  if (html === shown) return
  shown = html
  const { action, problem } = document.activeElement?.dataset ?? {}
  proposal.innerHTML = html
  const again = action ? `[data-action="${action}"]` : problem ? `[data-problem="${problem}"]` : null
  if (again) (proposal.querySelector(again) ?? proposal).focus()
}

window.addEventListener('message', ({ data: { parts } }) => {
  document.title = parts.title
  put(parts.proposal)
  if (news.textContent !== parts.announcement) news.textContent = parts.announcement
})

document.addEventListener('click', (event) => {
  const { action, problem } = event.target.closest('button')?.dataset ?? {}
  if (action) extension.postMessage({ action })
  if (problem) extension.postMessage({ go: Number(problem) })
})

extension.postMessage({ ready: true })
