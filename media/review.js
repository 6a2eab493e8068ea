// The script of Review's page: it shows what the extension sends, and reports what the user clicks.
const extension = acquireVsCodeApi()
const [review, news] = ['review', 'news'].map((id) => document.getElementById(id))
let shown = ''

/** Leaves what has not changed as it is, and the keyboard focus on the button that has it. */
const put = (html) => {
  if (html === shown) return
  shown = html
  const { action, line } = document.activeElement?.dataset ?? {}
  review.innerHTML = html
  const again = action ? `[data-action="${action}"]` : line ? `[data-line="${line}"]` : null
  if (again) (review.querySelector(again) ?? review).focus()
}

window.addEventListener('message', ({ data: { parts } }) => {
  document.title = parts.title
  put(parts.review)
  if (news.textContent !== parts.announcement) news.textContent = parts.announcement
})

document.addEventListener('click', (event) => {
  const { action, line } = event.target.closest('button')?.dataset ?? {}
  if (action) extension.postMessage({ action })
  if (line) extension.postMessage({ line: Number(line) })
})

extension.postMessage({ ready: true })
