/** What letters cannot tell. */
export function Limits() {
  return (
    <section>
      <h2>What this cannot see</h2>
      <p>
        Only the letters of the address are looked at, and two lists. The page behind it is never opened. Most
        addresses without a trick are honest, and some are not: silence here is no promise. When money or
        passwords are at stake, type the address you know yourself.
      </p>
    </section>
  )
}
