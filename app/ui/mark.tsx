/** The name ends in ë: two dots side by side. */
export function Mark() {
  return (
    <svg width="32" height="16" viewBox="0 0 32 16" fill="currentColor" aria-hidden="true" focusable="false">
      <circle cx="7" cy="8" r="7" />
      <circle cx="24" cy="8" r="7" />
    </svg>
  )
}
