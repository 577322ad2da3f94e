/** An arrow from what was to what will be. */
export function Becomes() {
  return (
    <>
      <span aria-hidden="true"> → </span>
      <span className="hidden"> becomes </span>
    </>
  )
}
