import type { Page } from '@playwright/test'

/** Letters, lines and pictures of easy-read (design/easy-read.md, "Layout checks"). */
export function layoutFaults(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const { textNodes, lines, name, isInline, isShown } = window.probe
    const faults: string[] = []
    // A picture has no name of its own: the words beside it are its name.
    for (const picture of document.querySelectorAll<HTMLImageElement>('.block img')) {
      picture.loading = 'eager'
      if (picture.alt !== '') faults.push(`a picture has a name: ${picture.alt}`)
      await picture.decode().catch(() => faults.push(`a picture does not load: ${picture.currentSrc}`))
    }
    const main = document.querySelector('main') ?? document.body
    for (const { holder } of textNodes()) {
      const style = getComputedStyle(holder)
      const size = parseFloat(style.fontSize)
      if (size < 24) faults.push(`letters of ${size}: ${name(holder)}`)
      if (
        holder.closest('main') &&
        !holder.closest('h1, h2, h3, .button') &&
        parseFloat(style.lineHeight) < size * 1.5
      ) {
        faults.push(`lines too near: ${name(holder)}`)
      }
      if (!holder.closest('.button') && !['start', 'left'].includes(style.textAlign))
        faults.push(`not at the left: ${name(holder)}`)
      if (style.hyphens === 'auto') faults.push(`broken words: ${name(holder)}`)
      if (style.fontStyle !== 'normal') faults.push(`italics: ${name(holder)}`)
      if (style.textTransform !== 'none' || style.fontVariantCaps !== 'normal') faults.push(`capitals: ${name(holder)}`)
    }
    for (const block of main.querySelectorAll('p, li, dd, dt, h1, h2, h3, label, legend')) {
      if (!isShown(block) || block.closest('.hidden')) continue
      const long = lines(block).find(({ text }) => text.length > 45)
      if (long) faults.push(`a line of ${long.text.length}: "${long.text}"`)
    }
    for (const block of main.querySelectorAll('.block')) {
      if (!isShown(block)) continue // inside what is folded
      const picture = block.querySelector('img')
      const words = textNodes(block)[0]?.holder
      if (!picture || !words) {
        faults.push(`no picture or no words: ${name(block)}`)
        continue
      }
      const [image, text] = [picture.getBoundingClientRect(), words.getBoundingClientRect()]
      if (image.width < 96 || image.height < 96)
        faults.push(`a picture of ${image.width} × ${image.height}: ${name(block)}`)
      const beside = image.right <= text.left && image.top < text.bottom
      const above = image.bottom <= text.top && image.left <= text.left + 1
      if (!beside && !above) faults.push(`the picture stands elsewhere: ${name(block)}`)
    }
    for (const link of main.querySelectorAll('a'))
      if (isInline(link)) faults.push(`a link in a sentence: ${name(link)}`)
    return [...new Set(faults)]
  })
}
