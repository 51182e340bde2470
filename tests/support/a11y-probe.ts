/** One run of text as it stands on the page. */
export type Line = { text: string; left: number; right: number; top: number; bottom: number }
export type Box = { x: number; y: number; width: number; height: number }

export type Probe = ReturnType<typeof makeProbe>

declare global {
  interface Window {
    probe: Probe
  }
}

/**
 * What the suites measure with, inside the page. Playwright sends the text of this function to the browser, so it may
 * use nothing from outside itself.
 */
export function makeProbe() {
  const controlSelector = 'a[href], button, input, select, textarea, summary, [tabindex]'

  function isShown(element: Element): boolean {
    return element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0
  }

  /** What Tab reaches, in the order of the document: of a group of radio buttons only the chosen one. */
  function controls(root: ParentNode = document): HTMLElement[] {
    return [...root.querySelectorAll<HTMLElement>(controlSelector)].filter((element) => {
      if (element.tabIndex < 0 || element.matches(':disabled, [type=hidden]') || !isShown(element)) return false
      if (!(element instanceof HTMLInputElement) || element.type !== 'radio') return true
      const group = document.querySelectorAll<HTMLInputElement>(`input[type=radio][name="${element.name}"]`)
      const chosen = [...group].find(({ checked, form }) => checked && form === element.form)
      return chosen ? chosen === element : group[0] === element
    })
  }

  /** All that can be pressed: here every radio button counts. */
  function targets(root: ParentNode = document): HTMLElement[] {
    return [...root.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary')].filter(
      (element) => isShown(element) && !element.matches('.skip, [type=hidden]'),
    )
  }

  /** The area that answers to a press: the row whose link covers it, the label around an input, or the element. */
  function area(element: Element): Box {
    const owner = coveredRow(element) ?? element.closest('label') ?? element
    const rects = [...owner.getClientRects()].sort((a, b) => b.width * b.height - a.width * a.height)
    const { x, y, width, height } = rects[0] ?? owner.getBoundingClientRect()
    return { x, y, width, height }
  }

  function coveredRow(element: Element): Element | null {
    const cover = getComputedStyle(element, '::after')
    if (cover.position !== 'absolute' || cover.content === 'none') return null
    return (element as HTMLElement).offsetParent
  }

  function name(element: Element): string {
    const text = (element as HTMLElement).innerText || element.id || element.getAttribute('name') || ''
    const classes = [...element.classList].map((word) => `.${word}`).join('')
    return `${element.localName}${classes} "${text.replace(/\s+/g, ' ').trim().slice(0, 40)}"`
  }

  /** Text that is seen, with the element that holds it. What is hidden from sight on purpose does not count. */
  function textNodes(root: Node = document.body): { node: Text; holder: Element }[] {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    const found: { node: Text; holder: Element }[] = []
    while (walker.nextNode()) {
      const node = walker.currentNode as Text
      const holder = node.parentElement
      if (!holder || !node.data.trim() || holder.closest('script, style, option, .hidden, .skip')) continue
      if (holder.closest('svg[role=img]')) continue // a picture has a name, and its words stand beside it
      if (isShown(holder)) found.push({ node, holder })
    }
    return found
  }

  function rectsOf(node: Node): DOMRect[] {
    const range = document.createRange()
    range.selectNodeContents(node)
    return [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0)
  }

  /** The lines in which a block of text is set, by the place of every letter. */
  function lines(block: Element): Line[] {
    const found: Line[] = []
    const range = document.createRange()
    for (const { node } of textNodes(block)) {
      for (let at = 0; at < node.length; at++) {
        range.setStart(node, at)
        range.setEnd(node, at + 1)
        const rect = range.getClientRects()[0]
        if (!rect || rect.width === 0) continue
        const line = found.at(-1)
        if (line && Math.abs(line.top - rect.top) < rect.height / 2) {
          line.text += node.data[at]
          line.right = Math.max(line.right, rect.right)
        } else {
          found.push({
            text: node.data[at] ?? '',
            left: rect.left,
            right: rect.right,
            top: rect.top,
            bottom: rect.bottom,
          })
        }
      }
    }
    return found.map((line) => ({ ...line, text: line.text.trim() })).filter(({ text }) => text !== '')
  }

  /** Text that is cut off by a box, leaves the page at the side, or lies on other text. */
  function lostText(): string[] {
    const faults: string[] = []
    const wide = document.documentElement.clientWidth
    const seen: { rect: DOMRect; holder: Element }[] = []
    for (const { node, holder } of textNodes()) {
      for (const rect of rectsOf(node)) {
        if (!holder.closest('.scroll') && (rect.right > wide + 1 || rect.left < -1))
          faults.push(`off the page: ${name(holder)}`)
        const cutter = cutBy(rect, holder)
        if (cutter) faults.push(`cut by ${name(cutter)}: ${name(holder)}`)
        const over = seen.find((other) => other.holder !== holder && overlaps(other.rect, rect))
        if (over) faults.push(`on ${name(over.holder)}: ${name(holder)}`)
        seen.push({ rect, holder })
      }
    }
    return [...new Set(faults)]
  }

  function cutBy(rect: DOMRect, holder: Element): Element | null {
    for (let box: Element | null = holder; box && box !== document.documentElement; box = box.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(box)
      const edge = box.getBoundingClientRect()
      const clips = (value: string) => value === 'hidden' || value === 'clip'
      if (clips(overflowX) && (rect.right > edge.right + 2 || rect.left < edge.left - 2)) return box
      if (clips(overflowY) && (rect.bottom > edge.bottom + 2 || rect.top < edge.top - 2)) return box
    }
    return null
  }

  /** The boxes of letters in neighbouring lines touch a little; a third of the height is more than that. */
  function overlaps(a: DOMRect, b: DOMRect): boolean {
    const across = Math.min(a.right, b.right) - Math.max(a.left, b.left)
    const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
    return across > 2 && down > Math.min(a.height, b.height) / 3
  }

  /** A link that stands in a sentence: its paragraph has more words than the link. */
  function isInline(element: Element): boolean {
    if (!element.matches('a') || getComputedStyle(element).display !== 'inline') return false
    const block = element.closest('p, li, dd, td, h1, h2, h3')
    const around = (block?.textContent ?? '').replace(element.textContent ?? '', '').replace(/[\s.,;:()–·]/g, '')
    return around !== '' && coveredRow(element) === null
  }

  return { controls, targets, area, name, textNodes, rectsOf, lines, lostText, isInline, coveredRow, isShown }
}
