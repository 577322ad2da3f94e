import { CaseInput } from '../../../../../tools/case-input.ts'
import type { CaseRunner } from '../../../../../tools/case-runner.ts'
import { type Skill, unknownSkill } from './skill.ts'
import { matchQuality, type Participant, trueSkillUpdate } from './trueskill.ts'
import { wengLinUpdate, winProbabilities } from './weng-lin.ts'

/** Players are "default" or a pair of mean and deviation. */
export const runner: CaseRunner = {
  ids: ['rating/openskill', 'rating/trueskill'],
  run(input, { id }) {
    const fields = new CaseInput(input)
    return id === 'rating/openskill' ? openSkill(fields) : trueSkill(fields)
  },
}

function openSkill(fields: CaseInput) {
  const teams = fields.list('teams').map(teamOf)
  const bradleyTerry = fields.text('model', 'pl').startsWith('bt')
  const ranks = fields.has('ranks') ? fields.numbers('ranks') : undefined
  const win = winProbabilities(teams)
  return {
    ratings: flat(wengLinUpdate(teams, bradleyTerry ? 'bradley-terry' : 'plackett-luce', ranks)),
    predict_win: win,
    win_probabilities: win,
    probabilities: win,
  }
}

function trueSkill(fields: CaseInput) {
  const shares = fields.has('weights') ? fields.table('weights') : []
  const teams = fields
    .list('groups')
    .map((group, i): Participant[] =>
      teamOf(group).map((skill, j) => ({ ...skill, share: shares[i]?.[j] ?? 1 })),
    )
  const updated = trueSkillUpdate(teams, {
    drawProbability: fields.number('draw_probability', 0.1),
    ...(fields.has('ranks') ? { ranks: fields.numbers('ranks') } : {}),
  })
  return { ratings: flat(updated), quality: matchQuality(teams) }
}

function teamOf(group: unknown): Skill[] {
  const list = new CaseInput({ group }).list('group')
  return list.map((player, i) => {
    if (!Array.isArray(player)) return unknownSkill
    const [mean = Number.NaN, deviation = Number.NaN] = new CaseInput({ player: list[i] }).numbers('player')
    return { mean, deviation }
  })
}

function flat(teams: readonly (readonly Skill[])[]): number[][] {
  return teams.flatMap((team) => team.map(({ mean, deviation }) => [mean, deviation]))
}
