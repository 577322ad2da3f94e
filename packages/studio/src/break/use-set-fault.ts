import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Fault } from 'holon'
import { useSystem } from '../shell/system.ts'
import { path, request } from '../wire/request.ts'

/** Breaks a model on purpose, or restores it with the fault `none`. */
export function useSetFault() {
  const { name: system } = useSystem()
  const client = useQueryClient()
  return useMutation({
    // One after the other: what was typed last holds.
    scope: { id: 'fault' },
    mutationFn: ({ model, fault }: { model: string; fault: Fault }) =>
      request<Fault>('PUT', path`/systems/${system}/models/${model}/fault`, fault),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['system', system] }),
        client.invalidateQueries({ queryKey: ['health'] }),
      ]),
  })
}
