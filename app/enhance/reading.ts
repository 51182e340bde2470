import { readingOf } from '../lib/reading'

/**
 * Says while somebody writes how the text reads. It stands there to be looked at and is not spoken at each key: whoever
 * listens has the button that checks the text.
 */
for (const line of document.querySelectorAll<HTMLElement>('[data-reading]')) {
  const field = document.querySelector<HTMLTextAreaElement>(line.dataset['reading'] ?? '')
  if (!field) continue
  const show = () => {
    const reading = readingOf(field.value)
    line.hidden = reading.words === 0
    line.textContent = Object.entries(reading).reduce(
      (text, [name, count]) => text.replace(`[${name}]`, String(count)),
      line.dataset['text'] ?? '',
    )
  }
  field.addEventListener('input', show)
  show()
}
