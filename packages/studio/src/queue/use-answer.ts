import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { CaseAnswer, CaseClaim, CaseDocument } from 'holon'
import { useSystem } from '../shell/system.ts'
import { path, request } from '../wire/request.ts'

/** Claims a case for somebody. */
export const useClaim = (id: string) => useCaseAction<CaseClaim>(id, 'claim')

/** Answers a case. */
export const useAnswer = (id: string) => useCaseAction<CaseAnswer>(id, 'answer')

/** The lists are asked again also when it was refused: somebody else may have been quicker. */
function useCaseAction<B>(id: string, action: string) {
  const { name: system } = useSystem()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: B) =>
      request<CaseDocument>('POST', path`/systems/${system}/queue/${id}/${action}`, body),
    onSettled: () => client.invalidateQueries({ queryKey: ['queue', system] }),
  })
}
