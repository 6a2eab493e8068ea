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
/** What two of the others took on the machine for which the figures were set; ms. */
const THERE = {
  edit: { of: 'VS Code’s JSON server, with a schema', '38 KB': 1, '160 KB': 2.5, '1 MB': 13 },
  open: { of: 'bare server, remark by section', '38 KB': 100, '160 KB': 230, '1 MB': 680 },
}
/** By which of them a figure is set over to the machine in hand; memory is the same on every machine. */
const SET_OVER = { edit: 'edit', p95: 'edit', toc: 'edit', hover: 'edit', links: 'edit', choose: 'edit', open: 'open' }
const TITLES = {
  edit: 'One letter typed → findings, ms',
  p95: 'The same, 95 of 100, ms',
  open: 'Opened in a fresh process → findings, ms',
  toc: 'One letter typed in the table of contents → findings, ms',
  hover: 'One letter typed → hover at a mentor, ms',
  links: 'One letter typed → links of the file, ms',
  choose: 'Something typed that can be completed → the list of suggestions, ms',
  fix: 'The edit that fixes everything safe, ms',
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
    measured.map(({ name }) => String(ASKED[key]?.[name] ?? '–')),
  )
  const here = line(
    'the same at the speed of this machine',
    measured.map((list) => figure(askedHere(key, list))),
  )
  const ratios = shown.includes(ours) ? shown.filter((name) => name !== ours).map(ratio) : []
  return [
    '',
    TITLES[key],
    line('', [...measured.map(({ name }) => name), '160 KB→1 MB']),
    ...shown.map(row),
    ...(ASKED[key] ? [asked] : []),
    ...(ASKED[key] && SET_OVER[key] ? [here] : []),
    ...ratios,
  ]
}

/** A target, as much higher as another server takes longer here than where the target was set; undefined where that is not known. */
function askedHere(key, { name, results }) {
  const target = ASKED[key]?.[name]
  if (!SET_OVER[key] || target === undefined) return target
  const there = THERE[SET_OVER[key]]
  const theirs = results[there.of]?.[SET_OVER[key]]
  return theirs && (target * theirs) / there[name]
}

/** The targets that the measured values miss; the bench only says so, since a busy machine misses them too. */
const missed = (measured, ours, target) =>
  Object.keys(ASKED).flatMap((key) =>
    measured
      .filter((list) => list.results[ours]?.[key] > target(key, list))
      .map((list) => {
        const asked = `asked for ${figure(target(key, list))}`
        return `${TITLES[key]}, ${list.name}: ${figure(list.results[ours][key])}, ${asked}`
      }),
  )

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
  const count = Object.values(ASKED).flatMap(Object.values).length
  const verdict = (misses, how) => [
    '',
    `${count - misses.length} of ${count} figures met${how}`,
    ...misses.map((miss) => `  ${miss}`),
  ]
  const verdicts = names.includes(ours)
    ? [
        ...verdict(
          missed(measured, ours, (key, { name }) => ASKED[key][name]),
          ' as they were set',
        ),
        ...verdict(missed(measured, ours, askedHere), ' at the speed of this machine'),
      ]
    : []
  console.log([how, ...tables, '', 'Servers', ...facts, ...verdicts].join('\n'))
}
