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

/** Where the words of each page come from, with the date of the source; `sourceSays` in its words says what for. */
export const helpKindFacts: Record<HelpKind, HelpKindFacts> = {
  'economic-aid': {
    entitlement: 'e01',
    sources: [
      {
        title: 'gazetadita.al',
        url: 'http://www.gazetadita.al/pagesat-e-ndihmes-ekonomike-afatet-kur-mund-te-riaplikojne-familjet-e-refuzuara/',
        seen: on('2021-05-01', 'month'),
      },
      {
        title: 'gazetadita.al',
        url: 'http://www.gazetadita.al/ndihma-ekonomike-ku-dhe-kur-duhet-te-aplikoni/',
        seen: on('2018-05-01', 'month'),
      },
      { title: 'bulqiza.gov.al', url: 'https://bulqiza.gov.al/ndihma-ekonomike/', seen: null },
      { title: 'starplus-tv.com', seen: on('2019-03-01', 'month') },
      { title: 'bashkiaklos.gov.al', url: 'https://bashkiaklos.gov.al/', seen: null },
      { title: 'juristionline.al', seen: on('2020-04-08', 'day') },
      { title: 'bashkiagramsh.gov.al, vlora.gov.al', seen: null },
      { title: 'boldnews.al', seen: on('2019-09-11', 'day') },
      { title: 'javanews.al', seen: on('2021-03-01', 'month') },
      { title: 'starplus-tv.com', seen: on('2022-01-01', 'month') },
      { title: 'acp.al', url: 'https://acp.al/news/16482/', seen: on('2022-10-01', 'month') },
      { title: 'juristionline.al, 0800 10 10', seen: on('2021-01-01', 'year') },
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
      {
        title: 'bashkiaklos.gov.al',
        url: 'https://bashkiaklos.gov.al/aplikim-per-programin-e-strehimit-subvecionim-i-qirase/',
        seen: on('2022-11-01', 'month'),
      },
      {
        title: 'bashkiamirdite.gov.al',
        url: 'http://bashkiamirdite.gov.al/?m=202311',
        seen: on('2023-11-01', 'month'),
      },
      { title: 'shqiptarja.com', seen: null },
      { title: 'juristionline.al, 0800 10 10', seen: on('2021-01-01', 'year') },
    ],
  },
  'assistive-devices': {
    sources: [
      {
        title: 'javanews.al',
        url: 'https://javanews.al/karrige-me-rrota-per-te-gjithe-para-dhe-tetraplegjiket-ne-shqiperi-nisma-me-e-fundit-e-fondacionit-mane-dhe-fundjaves-ndryshe/',
        seen: on('2025-02-01', 'month'),
      },
      { title: 'fundjavendryshe.org', url: 'https://fundjavendryshe.org/', seen: null },
      {
        title: 'trt.global',
        url: 'https://trt.global/balkan-albanian/article/18257652',
        seen: on('2025-06-01', 'month'),
      },
      { title: 'albaniatimes.net', seen: on('2024-12-04', 'day') },
      { title: 'javanews.al, VKM 431/2016', seen: null },
      { title: 'gazetadita.al', seen: on('2020-09-14', 'day') },
      { title: 'lajmifundit.al', seen: on('2020-01-01', 'year') },
      { title: 'juristionline.al, 0800 10 10', seen: on('2021-01-01', 'year') },
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
      { title: 'arumun.com, culturalpolicies.net', seen: null },
      { title: 'kmd.al', url: 'https://www.kmd.al/si-mund-te-ankoheni', seen: null },
      { title: 'juristionline.al', seen: on('2020-12-15', 'day') },
    ],
    services: { for: 'deaf' },
  },
  'assistant-teacher': {
    entitlement: 'e16',
    sources: [
      { title: 'avokatipopullit.gov.al', url: 'https://www.avokatipopullit.gov.al/', seen: on('2020-01-21', 'day') },
      {
        title: 'avokatipopullit.gov.al',
        url: 'https://www.avokatipopullit.gov.al/sq/articles-layout-1/media/news/this-article-is-available-only-in-albanian-836/',
        seen: on('2022-09-20', 'day'),
      },
      { title: 'faktoje.al', seen: on('2021-01-01', 'year') },
      { title: 'UNDP Albania, Leave No One Behind 2', seen: null },
      {
        title: 'javanews.al',
        url: 'https://javanews.al/spiropali-viziton-institutin-e-nxenesve-qe-nuk-shikojne-mbeshtetje-nga-kuvendi-per-arsimin-special/',
        seen: on('2025-09-08', 'day'),
      },
    ],
  },
  'youth-counselling': {
    sources: [
      { title: 'alo116.al', url: 'https://alo116.al/rreth-nesh/', seen: null },
      { title: 'ikubmagazine.com, VKM 518/2018', seen: null },
      { title: 'femijet.gov.al', url: 'https://femijet.gov.al/al/njesite-per-mbrojtjen-e-femijeve', seen: null },
      { title: 'top-channel.tv', seen: on('2017-02-02', 'day') },
      { title: 'crca.al', url: 'https://www.crca.al/en/crca/', seen: on('2025-01-01', 'year') },
      {
        title: 'eu4municipalities.al',
        url: 'https://eu4municipalities.al/en/investim-per-te-ardhmen-ne-puke/',
        seen: on('2023-01-01', 'year'),
      },
      {
        title: 'iadsa.info',
        url: 'https://iadsa.info/rezultatet/359/reconstruction-of-the-multifunctional-youth-center-in-dibra',
        seen: null,
      },
    ],
    services: { type: 'youth_centre' },
    lines: ['116111'],
  },
  'health-counselling': {
    sources: [
      { title: 'ikubmagazine.com, VKM 518/2018', seen: null },
      { title: 'starplus-tv.com', seen: on('2019-10-10', 'day') },
      { title: 'starplus-tv.com', url: 'https://www.starplus-tv.com/problemet-e-shendetit-mendor/', seen: null },
      {
        title: 'dpnsee.org',
        url: 'https://dpnsee.org/2019/06/23/a-month-of-support-dont-punish-activities-in-albania/',
        seen: on('2019-06-01', 'month'),
      },
      { title: 'UNDP Albania, Leave No One Behind', seen: null },
      { title: 'juristionline.al, 0800 10 10', seen: on('2021-01-01', 'year') },
    ],
    services: { type: 'mental_health_community' },
  },
}
