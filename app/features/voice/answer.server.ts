import type { Language } from '~/i18n/registers'
import { findMunicipalities, getPlaceOfMessage } from '../directory/place-queries.server'
import { addDraftFile, readDraftFiles, removeDraftFiles, saveDraft, type OpenDraft } from './drafts.server'
import { checkRecording, cleanPhoto } from './media.server'
import { isAside, questionAfter, type AsideId, type QuestionId, type StepId } from './questions'
import { maxPhotos } from './rules'
import { readStep, readUnit, readWhere, type FieldErrors, type ReadStep } from './schema'
import { isReadIn } from './submit.server'

export type AnswerResult =
  /** `next` null: everything was asked. */
  { ok: true; next: StepId | null } | { ok: false; errors: FieldErrors }

type Options = { open: OpenDraft; step: StepId; form: FormData; language: Language; now: Date }

/** Reads the form of one step, keeps what it says, and says which step follows. */
export async function answerStep(options: Options): Promise<AnswerResult> {
  const { open, step, form, now } = options
  if (isAside(step)) return keepFile(step, options)
  const read = await readAnswer(step, options)
  if ('errors' in read) return { ok: false, errors: read.errors }
  const answers = { ...open.draft.answers, ...read.answers }
  await saveDraft({ ...open, draft: { ...open.draft, answers } }, now)
  const aside = step === 'words' ? form.get('go') : null
  if (aside === 'photos' || aside === 'recording') return { ok: true, next: aside }
  return { ok: true, next: questionAfter(step, answers) }
}

async function readAnswer(step: QuestionId, { open: { draft }, form, language, now }: Options): Promise<ReadStep> {
  const { answers } = draft
  if (step === 'unread') return { answers: {} }
  if (step === 'unit') {
    const place = await getPlaceOfMessage({ slug: answers.municipality ?? '', language })
    return readUnit(
      form,
      (place?.units ?? []).map(({ number }) => number),
    )
  }
  if (step !== 'where') return readStep[step](form, answers)
  const municipalities = await findMunicipalities({ language })
  const read = readWhere(
    form,
    municipalities.map(({ slug }) => slug),
  )
  if ('errors' in read) return read
  const place = await getPlaceOfMessage({ slug: read.answers.municipality ?? '', language })
  const isRead = answers.topic === 'harm' && place ? await isReadIn(place.code, now) : undefined
  const unit = read.answers.municipality === answers.municipality ? answers.unit : undefined
  return { answers: { ...read.answers, isRead, unit } }
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

async function keepFile(step: AsideId, { open, form }: Options): Promise<AnswerResult> {
  const kind = step === 'photos' ? 'photo' : 'recording'
  const remove = form.get('remove')
  if (typeof remove === 'string') {
    if (uuid.test(remove)) await removeDraftFiles(open, { id: remove, kind })
    return { ok: true, next: step }
  }
  const given = form.getAll('file').filter((entry): entry is File => entry instanceof File && entry.size > 0)
  if (given.length === 0) return form.has('go') ? { ok: true, next: 'words' } : { ok: false, errors: { file: 'empty' } }
  if (kind === 'recording') return keepRecording(open, given[0] as File)
  const there = (await readDraftFiles(open)).filter((file) => file.kind === 'photo').length
  if (there + given.length > maxPhotos) return { ok: false, errors: { file: 'tooMany' } }
  const cleaned = []
  for (const file of given) {
    const made = await cleanPhoto(new Uint8Array(await file.arrayBuffer()))
    if ('fault' in made) return { ok: false, errors: { file: made.fault } }
    cleaned.push(made.photo)
  }
  for (const photo of cleaned) await addDraftFile(open, 'photo', photo)
  return { ok: true, next: 'photos' }
}

/** One recording: a new one takes the place of the old. */
async function keepRecording(open: OpenDraft, file: File): Promise<AnswerResult> {
  const checked = await checkRecording(new Uint8Array(await file.arrayBuffer()))
  if ('fault' in checked) return { ok: false, errors: { file: checked.fault } }
  await removeDraftFiles(open, { kind: 'recording' })
  await addDraftFile(open, 'recording', checked.recording)
  return { ok: true, next: 'recording' }
}
