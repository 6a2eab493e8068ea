// Small pictures: a screenshot has few colours, so it is rewritten with a palette of 256 (PNG, third edition: "Indexed-colour").
import { crc32, deflateSync, inflateSync } from 'node:zlib'

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const MOST_COLOURS = 256
/** Rounds of moving the palette's colours to the middle of what they replace; more change nothing visible. */
const ROUNDS = 4

const chunksIn = (png) => {
  const chunks = []
  for (let at = signature.length; at < png.length; ) {
    const length = png.readUInt32BE(at)
    chunks.push({ type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) })
    at += length + 12
  }
  return chunks
}

const chunk = (type, data) => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const out = Buffer.alloc(body.length + 8)
  out.writeUInt32BE(data.length, 0)
  body.copy(out, 4)
  out.writeUInt32BE(crc32(body), body.length + 4)
  return out
}

/** The predictor of filter 4. */
const paeth = (left, up, corner) => {
  const [a, b, c] = [left, up, corner].map((each) => Math.abs(left + up - corner - each))
  if (a <= b && a <= c) return left
  return b <= c ? up : corner
}
const predictors = [() => 0, (left) => left, (_, up) => up, (left, up) => (left + up) >> 1, paeth]

/** The pixels as numbers 0xrrggbb, row after row; of pictures with eight bits a channel that are not interlaced, as Chromium writes them. */
const pixelsOf = (png) => {
  const chunks = chunksIn(png)
  const header = chunks.find(({ type }) => type === 'IHDR').data
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)]
  const bytes = { 2: 3, 6: 4 }[header[9]]
  if (header[8] !== 8 || !bytes || header[12] !== 0) throw new Error('this PNG is of another kind than Chromium writes')
  const raw = inflateSync(Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data)))
  const row = width * bytes
  const rows = Buffer.alloc(row * height)
  for (let y = 0; y < height; y++) {
    const predict = predictors[raw[y * (row + 1)]]
    for (let x = 0; x < row; x++) {
      const at = y * row + x
      const left = x < bytes ? 0 : rows[at - bytes]
      const up = y === 0 ? 0 : rows[at - row]
      const corner = x < bytes || y === 0 ? 0 : rows[at - row - bytes]
      rows[at] = raw[y * (row + 1) + 1 + x] + predict(left, up, corner)
    }
  }
  return { width, height, pixels: Uint32Array.from({ length: width * height }, (_, index) => rows.readUIntBE(index * bytes, 3)) }
}

const channelsOf = (colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]
/** Squared, so that a rare colour far from all others, a squiggle's, counts. */
const apart = (a, b) => (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 + (a[2] - b[2]) ** 2

/** A box of colours with the channel along which they differ most. */
const boxOf = (colours) => {
  const ranges = [0, 1, 2].map((channel) => {
    const values = colours.map(({ rgb }) => rgb[channel])
    return values.reduce((most, value) => Math.max(most, value), 0) - values.reduce((least, value) => Math.min(least, value), 255)
  })
  const range = Math.max(...ranges)
  return {
    colours,
    channel: ranges.indexOf(range),
    weight: range * Math.sqrt(colours.reduce((sum, { count }) => sum + Math.sqrt(count), 0)),
  }
}

/** Half of the weight to each side. */
const halves = ({ colours, channel }) => {
  const sorted = colours.toSorted((a, b) => a.rgb[channel] - b.rgb[channel])
  const half = sorted.reduce((sum, { count }) => sum + Math.sqrt(count), 0) / 2
  let sum = 0
  const cut = sorted.findIndex(({ count }) => {
    sum += Math.sqrt(count)
    return sum >= half
  })
  const at = Math.min(Math.max(cut, 1), sorted.length - 1)
  return [boxOf(sorted.slice(0, at)), boxOf(sorted.slice(at))]
}

const middleOf = (colours) => {
  const all = colours.reduce((sum, { count }) => sum + count, 0)
  return [0, 1, 2].map((channel) => Math.round(colours.reduce((sum, { rgb, count }) => sum + rgb[channel] * count, 0) / all))
}

const nearest = (palette, rgb) =>
  palette.reduce((best, each, index) => (apart(each, rgb) < apart(palette[best], rgb) ? index : best), 0)

/** The colours to draw with, by median cut (Heckbert 1982), each then moved into the middle of those that are nearest to it. */
const paletteOf = (colours) => {
  if (colours.length <= MOST_COLOURS) return colours.map(({ rgb }) => rgb)
  const boxes = [boxOf(colours)]
  while (boxes.length < MOST_COLOURS) {
    const [first, ...rest] = boxes.toSorted((a, b) => b.weight - a.weight)
    boxes.splice(0, boxes.length, ...halves(first), ...rest)
  }
  let palette = boxes.map(({ colours }) => middleOf(colours))
  for (let round = 0; round < ROUNDS; round++) {
    const groups = palette.map(() => [])
    for (const colour of colours) groups[nearest(palette, colour.rgb)].push(colour)
    palette = palette.map((each, index) => (groups[index].length === 0 ? each : middleOf(groups[index])))
  }
  return palette
}

/** The same picture with a palette, as a PNG. */
export const smaller = (png) => {
  const { width, height, pixels } = pixelsOf(png)
  const counts = new Map()
  for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1)
  const colours = [...counts].map(([colour, count]) => ({ colour, count, rgb: channelsOf(colour) }))
  const palette = paletteOf(colours)
  const places = new Map(colours.map(({ colour, rgb }) => [colour, nearest(palette, rgb)]))
  const rows = Buffer.alloc((width + 1) * height)
  pixels.forEach((pixel, index) => {
    rows[index + Math.floor(index / width) + 1] = places.get(pixel)
  })
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 3, 0, 0, 0])
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flat())),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
