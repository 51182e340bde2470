import type { TFunction } from 'i18next'
import { languageOf, type Register } from '~/i18n/registers'
import { translator } from '~/i18n/texts.server'
import { findHelpLines, findMunicipalities, getPlaceOfMessage } from '../directory/place-queries.server'
import { getService } from '../directory/queries.server'
import { rules, words } from '../entitlements/engine'
import { readDraftFiles, type OpenDraft } from './drafts.server'
import { thumbnail } from './media.server'
import { placeOf, questionsOf, type QuestionId, type StepId } from './questions'
import { numbersToCall, type Answers } from './rules'

/** What the page of a step shows beside the words of its question. */
export async function viewStep({ open, step, register }: { open: OpenDraft; step: StepId; register: Register }) {
  const { answers } = open.draft
  const language = languageOf(register)
  const numbers =
    step === 'adult' ? numbersToCall.child : step === 'before' || step === 'unread' ? numbersToCall.harm : []
  const needsFiles = step === 'words' || step === 'photos' || step === 'recording'
  const files = needsFiles ? await readDraftFiles(open) : []
  const place =
    step === 'unit' && answers.municipality ? await getPlaceOfMessage({ slug: answers.municipality, language }) : null
  return {
    step,
    answers,
    place: placeOf(step, answers),
    municipalities:
      step === 'where'
        ? (await findMunicipalities({ language })).map(({ slug, name, seat }) => ({ slug, name, seat }))
        : [],
    units: place?.units ?? [],
    lines: numbers.length > 0 ? await findHelpLines({ language, numbers: [...numbers] }) : [],
    photos: await Promise.all(
      files
        .filter(({ kind }) => kind === 'photo')
        .map(async ({ id, content }) => ({ id, picture: step === 'photos' ? await thumbnail(content) : '' })),
    ),
    recordings: files.filter(({ kind }) => kind === 'recording').map(({ id }) => ({ id })),
  }
}

/** What was answered before, as the fields of the form take it. */
export function valuesOf(answers: Answers): Record<string, string> {
  const { municipality, unit, agreed, words, mayShow, contact, aboutYou } = answers
  return {
    municipality: municipality ?? '',
    unit: unit === null || unit === undefined ? '' : String(unit),
    ...Object.fromEntries((agreed ?? []).map((purpose) => [`agreed-${purpose}`, '1'])),
    words: words ?? '',
    mayShow: mayShow ? '1' : '',
    phone: contact?.phone ?? '',
    email: contact?.email ?? '',
    ...aboutYou,
  }
}

/** The name of what a message is about, where it has one; null otherwise. */
export async function nameOfSubject(about: string | undefined, register: Register): Promise<string | null> {
  const subject = await subjectOf(about, register)
  return subject?.name ?? null
}

/** The service or entitlement that `about` names, and where it is. */
export async function subjectOf(about: string | undefined, register: Register) {
  if (about?.startsWith('words:')) return { name: about.slice('words:'.length), municipality: null }
  if (about?.startsWith('entitlement:')) {
    const rule = rules.find(({ id }) => id.toLowerCase() === about.slice('entitlement:'.length))
    return rule ? { name: words.name(translator(register), rule.id), municipality: null } : null
  }
  if (!about?.startsWith('service:')) return null
  const slug = about.slice('service:'.length)
  const found = await getService({ slug, language: languageOf(register), now: new Date() })
  if (found?.kind !== 'shown') return null
  const { name, municipality } = found.service
  return { name, municipality: municipality?.slug ?? null }
}

/** One line for each question that was asked, in order, with its answer in words. */
export async function viewAnswers({ open, register, t }: { open: OpenDraft; register: Register; t: TFunction }) {
  const { answers } = open.draft
  const files = await readDraftFiles(open)
  const place = answers.municipality
    ? await getPlaceOfMessage({ slug: answers.municipality, language: languageOf(register) })
    : null
  const row = (question: string, value: string | null | undefined) => (value ? t(`tell:${question}.${value}`) : '')
  const photos = files.filter(({ kind }) => kind === 'photo').length
  const said: Record<QuestionId, string | null> = {
    before: null,
    adult: null,
    unread: null,
    disability: null, // said with for-whom
    who: row('who', answers.who),
    agreement: (answers.agreed ?? []).map((purpose) => t(`tell:agreed.${purpose}`)).join(' · '),
    category: row('category', answers.category),
    area: row('area', answers.area),
    help: row('help', answers.help),
    where: place?.name ?? '',
    unit: place?.units.find(({ number }) => number === answers.unit)?.name ?? '',
    'for-whom': row('forWhom', answers.forWhom),
    'how-many': row('howMany', answers.howMany),
    since: row('since', answers.since),
    without: row('without', answers.without),
    words: [
      answers.words,
      photos > 0 && t('tell:photoCount', { count: photos }),
      files.length > photos && t('tell:recordingKept'),
      answers.mayShow && t('tell:shown'),
    ]
      .filter(Boolean)
      .join('\n'),
    contact: [answers.contact?.phone, answers.contact?.email].filter(Boolean).join(' · '),
    'about-you': Object.entries(answers.aboutYou ?? {})
      .map(([name, value]) => t(`tell:aboutYou.${name}.${value}`))
      .join(' · '),
  }
  return questionsOf(answers).flatMap((step) => {
    const answer = said[step]
    return answer === null ? [] : [{ step, label: t(`tell:label.${step}`), answer }]
  })
}
