// Reads the items of a landscape file (`landscape.yml`) as their keys and values, `extra.accepted` for what is nested. Of YAML it knows
// what such files use: blocks, plain and quoted values on one line. Longer texts (descriptions) are passed over, as nobody asks for them.

/** A value as it is written on one line; undefined where there is none, or it goes on below. */
function scalar(written) {
  const text = written.trim()
  if (text.startsWith("'")) return /^'((?:[^']|'')*)'/.exec(text)?.[1].replaceAll("''", "'")
  if (text.startsWith('"')) return /^"((?:[^"\\]|\\.)*)"/.exec(text)?.[1].replace(/\\(.)/g, '$1')
  const plain = text.replace(/(?:^|\s)#.*$/, '').trim()
  return ['', 'null', '~'].includes(plain) || /^[>|&*[{]/.test(plain) ? undefined : plain
}

/** The items in their order, each as an object of texts. */
export function itemsIn(text) {
  const items = []
  /** The columns in which the keys of the item, and those nested in one of its keys, begin. */
  let column = null
  let parent = null
  for (const line of text.split(/\r\n|\n/)) {
    const [, indent, dash, key, rest] = /^( *)(- +)?([\w-]+):(?=\s|$)(.*)$/.exec(line) ?? []
    if (key === undefined) continue
    const at = indent.length + (dash?.length ?? 0)
    if (dash !== undefined && key === 'item') {
      items.push({})
      column = at
      parent = null
    } else if (column !== null && at < column) {
      column = null
    } else if (column !== null && at === column && dash === undefined) {
      const value = scalar(rest)
      parent = value === undefined ? { name: key, column: null } : null
      if (value !== undefined) items.at(-1)[key] = value
    } else if (column !== null && parent !== null && dash === undefined && (parent.column ?? at) === at) {
      parent.column = at
      const value = scalar(rest)
      if (value !== undefined) items.at(-1)[`${parent.name}.${key}`] = value
    }
  }
  return items
}
