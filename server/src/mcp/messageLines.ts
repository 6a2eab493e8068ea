/** A longer message is dropped: a text of the tools' limit, escaped. */
const maxMessageLength = 4_000_000

/** A line, or that one was too long. */
export type MessageLine = { readonly text: string } | { readonly tooLong: true }

/** The lines of a stream of texts, without their line ends; empty ones are left out. Holds at most one line. */
export async function* messageLines(chunks: AsyncIterable<string>): AsyncGenerator<MessageLine> {
  let pending: string[] = []
  let length = 0
  let isTooLong = false
  const take = (): MessageLine | null => {
    const text = pending.join('').trim()
    const line: MessageLine | null = isTooLong ? { tooLong: true } : text === '' ? null : { text }
    pending = []
    length = 0
    isTooLong = false
    return line
  }
  const add = (part: string): void => {
    length += part.length
    isTooLong ||= length > maxMessageLength
    if (isTooLong) pending = []
    else pending.push(part)
  }
  for await (const chunk of chunks) {
    const [first = '', ...rest] = chunk.split('\n')
    add(first)
    for (const part of rest) {
      const line = take()
      if (line) yield line
      add(part)
    }
  }
  const last = take()
  if (last) yield last
}
