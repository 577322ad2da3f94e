/** The mark: the whole (square) and the model in it (round), no more than a part. */
export function Logo() {
  return (
    <svg className="logo" viewBox="0 0 24 24" width="22" height="22" aria-hidden="true">
      <path d="M3 3h18v18H3z" fill="none" stroke="var(--ink)" strokeWidth="2.25" />
      <circle cx="14.5" cy="14.5" r="3.4" fill="var(--blue)" />
    </svg>
  )
}
