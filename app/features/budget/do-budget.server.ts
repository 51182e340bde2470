import type { Viewer } from '~/lib/staff'
import { readCode, type Code } from '~/lib/code'
import { closeVote } from './close.server'
import { cancelCycle, openNextPhase, planCycle } from './cycle.server'
import { decideProposal } from './decide.server'
import { addMilestone } from './deliver.server'
import { readDo } from './desk-forms'
import { freezeRule } from './freeze.server'
import { writeHearing } from './hear.server'
import { issueBallotCodes } from './issue-codes.server'
import { writeProposal } from './propose.server'
import {
  readCount,
  readDecision,
  readHearing,
  readMilestone,
  readPlan,
  readProposal,
  readReasons,
  type BudgetErrors,
  type Read,
} from './schema'
import { typePaperBallot } from './type-paper.server'

type Options = { form: FormData; viewer: Viewer; now: Date }
type Answer = { ok: true; cycleId: string; codes?: Code[] } | { ok: false; errors: BudgetErrors }

/** Does what a form of the budget's desk asks for. */
export async function doBudget({ form, viewer, now }: Options): Promise<Answer> {
  const cycleId = String(form.get('cycleId') ?? '')
  const name = readDo(form.get('do'))
  const isKnown = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(cycleId)
  if (name === null || (!isKnown && name !== 'plan')) return { ok: false, errors: { do: 'not-yours' } }
  const options = { cycleId, viewer, now }
  const done = (result: { ok: boolean; error?: string; codes?: Code[] }): Answer =>
    result.ok
      ? { ok: true, cycleId, ...(result.codes && { codes: result.codes }) }
      : { ok: false, errors: { do: result.error ?? 'not-yours' } }
  const after = async <T>(read: Read<T>, work: (value: T) => Promise<Parameters<typeof done>[0]>): Promise<Answer> =>
    read.ok ? done(await work(read.value)) : { ok: false, errors: read.errors }
  switch (name) {
    case 'plan':
      return after(readPlan(form), (plan) => planCycle({ plan, viewer, now }))
    case 'proposal':
      return after(readProposal(form), ({ number, ...words }) => writeProposal({ ...options, number, words }))
    case 'hearing':
      return after(readHearing(form), ({ hearingId, ...words }) => writeHearing({ ...options, hearingId, words }))
    case 'next':
      return done(await openNextPhase(options))
    case 'sign':
      return done(await freezeRule({ ...options, seen: String(form.get('seen') ?? '') }))
    case 'codes':
      return after(readCount(form), ({ count }) => issueBallotCodes({ ...options, count }))
    case 'paper': {
      const code = readCode(String(form.get('code') ?? ''))
      if (code.kind !== 'code') return { ok: false, errors: { code: 'code' } }
      const choices = String(form.get('choices') ?? '').match(/\d{1,4}/g) ?? []
      return done(await typePaperBallot({ ...options, code: code.code, choices: choices.map(Number) }))
    }
    case 'close':
      return done(await closeVote(options))
    case 'decide':
      return after(readDecision(form), ({ number, ...decision }) => decideProposal({ ...options, number, decision }))
    case 'deliver':
      return after(readMilestone(form), ({ number, ...step }) => addMilestone({ ...options, number, step }))
    case 'cancel':
      return after(readReasons(form), (reasons) => cancelCycle({ ...options, ...reasons }))
  }
}
