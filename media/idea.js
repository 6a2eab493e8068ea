// The script of Show Idea's page: it shows what the extension sends and reports which finding the user clicks.
const extension = acquireVsCodeApi()
const [idea, findings, news] = ['idea', 'findings', 'news'].map((id) => document.getElementById(id))
const shown = new Map()

/** Leaves what has not changed as it is: the user may be reading it, or have the keyboard focus in it. */
const put = (element, html) => {
  if (shown.get(element) === html) return false
  shown.set(element, html)
  element.innerHTML = html
  return true
}

const showFindings = (html) => {
  const focused = document.activeElement?.closest('[data-finding]')?.dataset.finding
  if (!put(findings, html) || focused === undefined) return
  const buttons = [...findings.querySelectorAll('button')]
  const next = buttons[Math.min(Number(focused), buttons.length - 1)] ?? findings
  next.focus()
}

window.addEventListener('message', ({ data }) => {
  const { parts, place } = data
  document.title = parts.title
  const isOther = put(idea, parts.idea) && shown.get('title') !== parts.title
  shown.set('title', parts.title)
  if (isOther) window.scrollTo(0, 0)
  showFindings(parts.findings)
  findings.hidden = parts.findings === ''
  if (news.textContent !== parts.announcement) news.textContent = parts.announcement
  extension.setState(place)
})

document.addEventListener('click', (event) => {
  const jump = event.target.closest('[data-jump]')
  if (jump) {
    event.preventDefault()
    findings.focus()
    findings.scrollIntoView()
  }
  const button = event.target.closest('[data-finding]')
  if (button) extension.postMessage({ go: Number(button.dataset.finding) })
  const fix = event.target.closest('[data-fix]')
  if (fix) extension.postMessage({ fix: Number(fix.dataset.fix) })
})

extension.postMessage({ ready: true })
