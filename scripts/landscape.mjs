// Reads the items of a landscape file (`landscape.yml`) as objects of keys and values; nested keys are joined: `extra.accepted`. It
// knows only the YAML of such files: blocks, and plain or quoted values on one line. Longer texts (descriptions) are skipped.

/** A one-line value; undefined if there is none, or it continues below. */
function scalar(written) {
  const text = written.trim()
  if (text.startsWith("'")) return /^'((?:[^']|'')*)'/.exec(text)?.[1].replaceAll("''", "'")
  if (text.startsWith('"')) return /^"((?:[^"\\]|\\.)*)"/.exec(text)?.[1].replace(/\\(.)/g, '$1')
  const plain = text.replace(/(?:^|\s)#.*$/, '').trim()
  return ['', 'null', '~'].includes(plain) || /^[>|&*[{]/.test(plain) ? undefined : plain
}

/** Lines with a key: `  - item:`, `    name: Harbor`. `column` is that of the key. */
const keyLines = (text) =>
  text.split(/\r\n|\n/).flatMap((line) => {
    const [, indent, dash, key, rest] = /^( *)(- +)?([\w-]+):(?=\s|$)(.*)$/.exec(line) ?? []
    if (key === undefined) return []
    return [{ key, value: scalar(rest), startsItem: dash !== undefined, column: indent.length + (dash?.length ?? 0) }]
  })

/** The items in their order, each as an object of texts. */
export function itemsIn(text) {
  const items = []
  /** The column of the current item's keys; null outside items. */
  let itemColumn = null
  /** The key of the current item whose value is nested below it, and the column of the nested keys, once known. */
  let parent = null
  for (const { key, value, startsItem, column } of keyLines(text)) {
    if (startsItem && key === 'item') {
      items.push({})
      itemColumn = column
      parent = null
      continue
    }
    if (itemColumn === null) continue
    if (column < itemColumn) itemColumn = null
    else if (startsItem) continue
    else if (column === itemColumn) {
      parent = value === undefined ? { key, column: null } : null
      if (value !== undefined) items.at(-1)[key] = value
    } else if (parent !== null && (parent.column ?? column) === column) {
      parent.column = column
      if (value !== undefined) items.at(-1)[`${parent.key}.${key}`] = value
    }
  }
  return items
}
