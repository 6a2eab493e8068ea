// The script of pages with one part and buttons (Prepare Proposal, reviews): it shows what the extension sends, and reports clicks.
const extension = acquireVsCodeApi()
const main = document.querySelector('main')
const news = document.getElementById('news')
let shown = ''

/** Leaves what has not changed as it is, and the keyboard focus on the button that has it. */
const put = (html) => {
  if (html === shown) return
  shown = html
  const { action, go } = document.activeElement?.dataset ?? {}
  main.innerHTML = html
  const again = action ? `[data-action="${action}"]` : go ? `[data-go="${go}"]` : null
  if (again) (main.querySelector(again) ?? main).focus()
}

window.addEventListener('message', ({ data: { parts } }) => {
  document.title = parts.title
  put(parts[main.id])
  if (news.textContent !== parts.announcement) news.textContent = parts.announcement
})

document.addEventListener('click', (event) => {
  const { action, go } = event.target.closest('button')?.dataset ?? {}
  if (action) extension.postMessage({ action })
  if (go) extension.postMessage({ go: Number(go) })
})

extension.postMessage({ ready: true })
