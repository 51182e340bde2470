/** Shows the share buttons where the browser can share, and hands it their text. */
for (const button of document.querySelectorAll<HTMLButtonElement>('[data-share]')) {
  if (typeof navigator.share !== 'function') continue
  button.hidden = false
  // A person who changes their mind is no fault.
  button.addEventListener('click', () => void navigator.share({ text: button.dataset['share'] }).catch(() => undefined))
}
