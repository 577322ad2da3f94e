/** Focuses the control of the question after the one that holds an element; false when there is none. */
export function focusNext(form: HTMLElement, from: Element): boolean {
  const fields = [...form.querySelectorAll('[data-question]')]
  const at = fields.findIndex((field) => field.contains(from))
  return focusControl(fields[at + 1])
}

/** Focuses the control of one question; false when it is not there. */
export function focusQuestion(form: HTMLElement, id: string): boolean {
  return focusControl(form.querySelector(`[data-question="${CSS.escape(id)}"]`) ?? undefined)
}

function focusControl(field: Element | undefined): boolean {
  const control =
    field?.querySelector<HTMLElement>('input:checked') ?? field?.querySelector<HTMLElement>('input, select')
  control?.focus()
  return control != null
}
