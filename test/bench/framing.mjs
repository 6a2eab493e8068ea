/** Reads messages with a Content-Length header from a stream and hands each one on. */
export function readMessages(stream, take) {
  let chunks = []
  let length = 0
  let needed = -1
  const joined = () => {
    if (chunks.length > 1) chunks = [Buffer.concat(chunks)]
    return chunks[0] ?? Buffer.alloc(0)
  }
  const cut = (at) => {
    const rest = joined().subarray(at)
    chunks = [rest]
    length = rest.length
  }
  stream.on('data', (data) => {
    chunks.push(data)
    length += data.length
    for (;;) {
      if (needed < 0) {
        const end = joined().indexOf('\r\n\r\n')
        if (end < 0) return
        needed = Number(/content-length: *(\d+)/i.exec(joined().toString('latin1', 0, end))?.[1])
        cut(end + 4)
      }
      // Chunks are joined only once the whole message is there: a message of 1 MB comes in many.
      if (length < needed) return
      const body = joined().toString('utf8', 0, needed)
      cut(needed)
      needed = -1
      take(JSON.parse(body))
    }
  })
}

export function writeMessage(stream, message) {
  const body = JSON.stringify({ jsonrpc: '2.0', ...message })
  stream.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`)
}
