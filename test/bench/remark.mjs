// usage: node test/bench/remark.mjs FILE MS   Prints what remark-parse takes on the whole file: the first time and, after some MS of work, warm.
import { readFileSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import remarkParse from 'remark-parse'
import { unified } from 'unified'

const text = readFileSync(process.argv[2], 'utf8')
const parser = unified().use(remarkParse)
const timed = () => {
  const start = performance.now()
  parser.parse(text)
  return performance.now() - start
}

const fresh = timed()
const warm = []
const until = performance.now() + Number(process.argv[3])
while (performance.now() < until || warm.length === 1) warm.push(timed())
// The first half of the runs only warms up.
const late = warm.slice(Math.floor(warm.length / 2)).sort((a, b) => a - b)
console.log(JSON.stringify({ fresh, warm: late[Math.floor(late.length / 2)] }))
