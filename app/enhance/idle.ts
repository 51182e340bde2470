/**
 * Warns before the session ends, and lengthens it when its button is pressed: the warning takes the focus, so that one
 * key is enough. What is being typed stays where it is, also afterwards.
 */
const warning = document.querySelector<HTMLElement>('[data-idle]')
if (warning) {
  const seconds = Number(warning.dataset['idle'])
  const before = Number(warning.dataset['warn'])
  const button = warning.querySelector('button')
  const soon = warning.querySelector<HTMLElement>('[data-idle-soon]')
  const over = warning.querySelector<HTMLElement>('[data-idle-over]')
  let left: Element | null = null
  let timers: number[] = []

  const show = (isOver: boolean) => {
    if (warning.hidden) left = document.activeElement
    warning.hidden = false
    if (soon) soon.hidden = isOver
    if (over) over.hidden = !isOver
    if (button) button.hidden = isOver
    if (!isOver) button?.focus()
  }
  const wait = () => {
    for (const timer of timers) window.clearTimeout(timer)
    timers = [
      window.setTimeout(() => show(false), (seconds - before) * 1000),
      window.setTimeout(() => show(true), seconds * 1000),
    ]
  }
  warning.querySelector('form')?.addEventListener('submit', (event) => {
    event.preventDefault()
    void fetch('/account/stay', { method: 'POST', body: new URLSearchParams({ stay: '1' }) }).then(
      (answer) => {
        if (answer.status !== 204) return show(true)
        warning.hidden = true
        if (left instanceof HTMLElement) left.focus()
        wait()
      },
      () => show(true),
    )
  })
  wait()
}
