import type { SeenDate } from '~/lib/seen'

/** Kinds of help that are not places: each has a short page, its words in locales/<register>/help-<kind>.json. */
export const helpKinds = [
  'economic-aid',
  'social-housing',
  'assistive-devices',
  'sign-language',
  'assistant-teacher',
  'youth-counselling',
  'health-counselling',
] as const
export type HelpKind = (typeof helpKinds)[number]

export function isHelpKind(value: unknown): value is HelpKind {
  return helpKinds.includes(value as HelpKind)
}

type HelpSource = { title: string; url?: string; seen: SeenDate }

/** `services` are the filters of the list of services that lead to what is known of this help. */
type HelpKindFacts = {
  sources: HelpSource[]
  services?: { type?: string; for?: string }
  /** The entitlement it is, as in its address. */
  entitlement?: string
  /** Help lines to call, as dialled. */
  lines?: string[]
}

const on = (date: string, precision: 'day' | 'month' | 'year'): SeenDate => ({ on: date, precision })

/** Where the words of each page come from, with the date of the source. */
export const helpKindFacts: Record<HelpKind, HelpKindFacts> = {
  'economic-aid': {
    entitlement: 'e01',
    sources: [
      {
        title: 'gazetadita.al',
        url: 'http://www.gazetadita.al/pagesat-e-ndihmes-ekonomike-afatet-kur-mund-te-riaplikojne-familjet-e-refuzuara/',
        seen: on('2021-05-01', 'month'),
      },
      { title: 'bulqiza.gov.al', url: 'https://bulqiza.gov.al/ndihma-ekonomike/', seen: null },
      { title: 'bashkiaklos.gov.al', url: 'https://bashkiaklos.gov.al/', seen: null },
      { title: 'javanews.al', seen: on('2021-03-01', 'month') },
      { title: 'acp.al', url: 'https://acp.al/news/16482/', seen: on('2022-10-01', 'month') },
    ],
  },
  'social-housing': {
    entitlement: 'e10',
    sources: [
      { title: 'bashkiabelsh.al', url: 'https://bashkiabelsh.al/', seen: on('2024-01-01', 'year') },
      { title: 'bashkialushnje.gov.al', url: 'https://bashkialushnje.gov.al/', seen: on('2022-01-01', 'year') },
      { title: 'juristionline.al', seen: on('2020-01-01', 'year') },
      { title: 'planifikimi.gov.al', url: 'https://planifikimi.gov.al/index.php?id=193', seen: null },
      { title: 'tiranadiplomat.com', url: 'https://www.tiranadiplomat.com/?p=91570', seen: on('2025-01-01', 'year') },
    ],
  },
  'assistive-devices': {
    sources: [
      {
        title: 'javanews.al',
        url: 'https://javanews.al/karrige-me-rrota-per-te-gjithe-para-dhe-tetraplegjiket-ne-shqiperi-nisma-me-e-fundit-e-fondacionit-mane-dhe-fundjaves-ndryshe/',
        seen: on('2025-02-01', 'month'),
      },
      { title: 'albaniatimes.net', seen: on('2024-12-04', 'day') },
    ],
    services: { for: 'persons_with_disabilities' },
  },
  'sign-language': {
    entitlement: 'e18',
    sources: [
      {
        title: 'anad.al',
        url: 'https://www.anad.al/2021/10/20/njerezit-qe-nuk-degjojne-perballen-me-mungese-informacioni-ne-gjuhen-e-shenjave-ne-gjykata/',
        seen: on('2021-10-20', 'day'),
      },
      { title: 'top-channel.tv', seen: on('2023-12-08', 'day') },
      { title: 'balkanweb.com', seen: null },
      { title: 'UNDP Albania, Leave No One Behind 2', seen: null },
    ],
    services: { for: 'deaf' },
  },
  'assistant-teacher': {
    entitlement: 'e16',
    sources: [
      {
        title: 'avokatipopullit.gov.al',
        url: 'https://www.avokatipopullit.gov.al/',
        seen: on('2020-01-21', 'day'),
      },
      { title: 'faktoje.al', seen: on('2021-01-01', 'year') },
    ],
  },
  'youth-counselling': {
    sources: [
      { title: 'alo116.al', url: 'https://alo116.al/rreth-nesh/', seen: null },
      { title: 'ikubmagazine.com, VKM 518/2018', seen: null },
    ],
    services: { type: 'youth_centre' },
    lines: ['116111'],
  },
  'health-counselling': {
    sources: [
      { title: 'ikubmagazine.com, VKM 518/2018', seen: null },
      { title: 'starplus-tv.com', seen: on('2019-10-10', 'day') },
      { title: 'UNDP Albania, Leave No One Behind', seen: null },
    ],
    services: { type: 'mental_health_community' },
  },
}
