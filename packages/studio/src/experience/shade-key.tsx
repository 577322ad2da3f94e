/** Which shade is which experience. The names stand elsewhere too, for who does not see it. */
export function ShadeKey({ shades }: { shades: Readonly<Record<string, string>> }) {
  return (
    <p className="shade-key small" aria-hidden="true">
      {Object.entries(shades).map(([name, shade]) => (
        <span key={name}>
          <i className="swatch" style={{ background: shade }} />
          {name}
        </span>
      ))}
    </p>
  )
}
