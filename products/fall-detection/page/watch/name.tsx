import { changeWearer, useWearer } from '../wearer.ts'

/** What the caretaker calls the wearer. */
export function Name() {
  const { name } = useWearer()
  return (
    <label className="name">
      What your caretaker calls you
      <input
        type="text"
        maxLength={60}
        defaultValue={name}
        onBlur={({ target }) => {
          const given = target.value.trim()
          if (given === '') target.value = name
          else changeWearer({ name: given })
        }}
      />
    </label>
  )
}
