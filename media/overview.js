// The script of Overview's page: it shows what the extension sends and reports what the user clicks; it knows rows, not places.
const extension = acquireVsCodeApi()
const byId = (id) => document.getElementById(id)
const shown = new Map()
const { opened = [], scroll = 0, year = null } = extension.getState() ?? {}
const saved = { year, opened: new Set(opened), scroll }
let isFirst = true

const save = () => extension.setState({ year: saved.year, opened: [...saved.opened], scroll: saved.scroll })

/** Identifies a focusable element among those of its part. */
const nameOf = (element) =>
  element?.matches('summary')
    ? element.parentElement.id
    : ['table', 'key', 'year', 'part', 'only', 'review'].map((name) => element?.dataset[name] ?? '').join('\n')

/** Leaves what has not changed as it is; what has changed keeps its focus and its unfolded rows. */
const put = (id, html) => {
  if (shown.get(id) === html) return
  shown.set(id, html)
  const part = byId(id)
  const focused = part.contains(document.activeElement) ? nameOf(document.activeElement) : null
  part.innerHTML = html
  for (const details of part.querySelectorAll('details')) details.open = saved.opened.has(details.id)
  const section = part.closest('section')
  if (section) section.hidden = html === ''
  if (focused === null || part.matches('select')) return
  const same = [...part.querySelectorAll('button, summary')].find((element) => nameOf(element) === focused)
  const next = same ?? section
  next?.focus({ preventScroll: true })
}

window.addEventListener('message', ({ data }) => {
  const { parts, announcement, year: chosen } = data
  for (const [id, html] of Object.entries(parts)) put(id, html)
  byId('scope').hidden = !shown.get('choice')
  byId('nav').hidden = !shown.get('years')
  if (byId('news').textContent !== announcement) byId('news').textContent = announcement
  saved.year = chosen
  save()
  if (isFirst && shown.get('years')) {
    isFirst = false
    window.scrollTo(0, scroll)
  }
})

document.addEventListener('click', (event) => {
  const target = event.target.closest('button, nav a, dd a')
  if (!target) return
  const { table, key, year: of, part, only, review } = target.dataset
  if (target.dataset.do) extension.postMessage({ kind: target.dataset.do })
  else if (table) extension.postMessage({ kind: 'open', table, key, year: of === undefined ? null : Number(of), part })
  else if (review) extension.postMessage({ kind: 'review', key: review })
  else if (only) extension.postMessage({ kind: 'year', year: Number(only) })
  else if (target.hash) {
    event.preventDefault()
    const section = byId(target.hash.slice(1))
    section.focus({ preventScroll: true })
    section.scrollIntoView()
  }
})

byId('choice').addEventListener('change', ({ target: { value } }) =>
  extension.postMessage({ kind: 'year', year: value === '' ? null : Number(value) }),
)

// `toggle` does not bubble
document.addEventListener(
  'toggle',
  ({ target: { id, open } }) => {
    if (open) saved.opened.add(id)
    else saved.opened.delete(id)
    save()
  },
  true,
)

window.addEventListener('scrollend', () => {
  saved.scroll = window.scrollY
  save()
})

extension.postMessage({ kind: 'ready' })
