import type { Heading as HeadingNode, Nodes } from 'mdast'
import { slug } from '../../text/slug.ts'
import { oneLine } from '../../text/wording.ts'
import type { Heading } from '../types.ts'
import { headingTargetText } from './linkTargets.ts'

/** The texts of a heading. */
export function headingTexts(node: HeadingNode): Pick<Heading, 'text' | 'source' | 'slug' | 'imageText'> {
  const source = headingTargetText(node)
  const text = oneLine(source)
  const images = text === '' ? imageTexts(node) : []
  return { text, source, slug: slug(source), ...(images.length > 0 && { imageText: oneLine(images.join(' ')) }) }
}

/** The alternative texts of images, Markdown's and `<img>`. */
function imageTexts(node: Nodes): readonly string[] {
  if (node.type === 'image') return [node.alt ?? '']
  if (node.type === 'html') {
    const image = /^<img(?=[\s/>])(?:[^<>]{0,1000}?\salt\s?=\s?(?:"([^"]{0,300})"|'([^']{0,300})'))?/i.exec(node.value)
    return image ? [image[1] ?? image[2] ?? ''] : []
  }
  return 'children' in node ? node.children.flatMap(imageTexts) : []
}
