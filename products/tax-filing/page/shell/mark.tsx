/** The sign of the product: an amount above a double rule. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true">
      <rect width="32" height="32" rx="7" fill="var(--brand)" />
      <path d="M9 9h14M9 14.5h9" stroke="var(--on-brand)" strokeWidth="2.5" strokeLinecap="round" />
      <path d="M9 20.5h14M9 24h14" stroke="var(--mark-rule)" strokeWidth="2" strokeLinecap="round" />
    </svg>
  )
}
