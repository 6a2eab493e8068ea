/** What issue 2 asks for; ms and MB. */
const ASKED = {
  edit: { '38 KB': 2, '160 KB': 3, '1 MB': 6 },
  p95: { '38 KB': 4, '160 KB': 6, '1 MB': 12 },
  open: { '38 KB': 150, '160 KB': 320, '1 MB': 1000 },
  toc: { '160 KB': 8 },
  hover: { '160 KB': 3 },
  links: { '160 KB': 3 },
  choose: { '160 KB': 3 },
  peak: { '160 KB': 180 },
}
const TITLES = {
  edit: 'One letter typed → findings, ms',
  p95: 'The same, 95 of 100, ms',
  open: 'Opened in a fresh process → findings, ms',
  toc: 'One letter typed in the table of contents → findings, ms',
  hover: 'One letter typed → hover at a mentor, ms',
  links: 'One letter typed → links of the file, ms',
  choose: 'Something typed that can be completed → the list of suggestions, ms',
  peak: 'Memory at its peak, MB',
}
const NAME = 38
const CELL = 12

const figure = (value) =>
  value == null ? '–' : value >= 100 ? String(Math.round(value)) : value >= 10 ? value.toFixed(1) : value.toFixed(2)
const line = (name, cells) => `  ${name.padEnd(NAME)}${cells.map((cell) => cell.padStart(CELL)).join('')}`

function table(measured, ours, key, names) {
  const value = (name, { results }) => results[name]?.[key]
  const growth = (name) => {
    const [small, large] = ['160 KB', '1 MB'].map((size) =>
      value(
        name,
        measured.find((list) => list.name === size),
      ),
    )
    return small && large ? `× ${(large / small).toFixed(1)}` : ''
  }
  const shown = names.filter((name) => measured.some((list) => value(name, list) != null))
  const row = (name) => line(name, [...measured.map((list) => figure(value(name, list))), growth(name)])
  const ratio = (name) =>
    line(
      `ours / ${name.split(',')[0]}`,
      measured.map((list) => {
        const [our, their] = [value(ours, list), value(name, list)]
        return our && their ? `${(our / their).toFixed(2)}` : '–'
      }),
    )
  const asked = line(
    'asked for, at most',
    measured.map(({ name }) => String(ASKED[key][name] ?? '–')),
  )
  const beside = shown.includes(ours) ? shown.filter((name) => name !== ours).map(ratio) : []
  return ['', TITLES[key], line('', [...measured.map(({ name }) => name), '160 KB→1 MB']), ...shown.map(row), asked, ...beside]
}

/** The targets that the measured values miss; the bench only says so, since a busy machine misses them too. */
function missed(measured, ours) {
  return Object.entries(ASKED).flatMap(([key, targets]) =>
    measured
      .filter(({ name, results }) => results[ours]?.[key] > targets[name])
      .map(({ name, results }) => `${TITLES[key]}, ${name}: ${figure(results[ours][key])}, asked for ${targets[name]}`),
  )
}

export function print(measured, ours, how) {
  const names = [...new Set(measured.flatMap(({ results }) => Object.keys(results)))]
  const tables = Object.keys(TITLES).flatMap((key) => table(measured, ours, key, names))
  const servers = names.filter((name) => measured.some(({ results }) => results[name]?.follows != null))
  const facts = servers.map((name) => {
    const found = measured.map(({ results }) => results[name]).filter(Boolean)
    const edits = found.map(({ edits }) => edits).join(', ')
    const follows = found.every(({ follows }) => follows) ? 'follow the text' : 'DO NOT FOLLOW THE TEXT'
    const findings = found.map(({ findings }) => findings).join(', ')
    return `  ${name}: ${found[0].pulls ? 'pull' : 'push'}; ${findings} findings; ${edits} edits timed; its answers ${follows}`
  })
  const misses = missed(measured, ours)
  const count = Object.values(ASKED).flatMap(Object.values).length
  const verdict = names.includes(ours)
    ? ['', `${count - misses.length} of ${count} figures met`, ...misses.map((miss) => `  ${miss}`)]
    : []
  console.log([how, ...tables, '', 'Servers', ...facts, ...verdict].join('\n'))
}
