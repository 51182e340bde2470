/**
 * Leaves a page at once: the page is hidden, and "back" does not return to it.
 * The link works without this script. Shift three times within five seconds does the same.
 */
const link = document.querySelector<HTMLAnchorElement>('a[data-exit]')

function leave(): void {
  if (!link) return
  document.documentElement.dataset.leaving = ''
  window.location.replace(link.href)
}

const withinMs = 5_000
let presses: number[] = []
/** Shift held for another key, as in Shift+Tab, is no press of Shift. */
let combined = false

link?.addEventListener('click', (event) => {
  event.preventDefault()
  leave()
})

document.addEventListener('keydown', (event) => {
  if (event.key !== 'Shift' && event.shiftKey) combined = true
})

document.addEventListener('keyup', (event) => {
  if (event.key !== 'Shift') return
  if (combined) {
    combined = false
    return
  }
  const now = Date.now()
  presses = [...presses.filter((time) => now - time < withinMs), now]
  if (presses.length >= 3) leave()
})
