/** 意見 of a WG: said by a member, or entered for one as it was heard in the room. */
export interface WgOpinion {
  id: string
  programmeId: string
  meetingId: string | null
  /** Null: about the year as a whole. */
  regionId: string | null
  text: string
  authorId: string | null
  authorName: string
  /** 会議で聞いた */
  isHeard: boolean
  saidOn: string
  /** Who wrote it down for the author; null when the author did. */
  enteredBy: string | null
  createdAt: string
  withdrawnAt: string | null
  withdrawnBy: string | null
  withdrawReason: string
}

export const OPINION_STATES = { open: '未対応', doing: '対応中', done: '対応済', declined: '見送り' } as const
export type OpinionState = keyof typeof OPINION_STATES

/** Where an opinion landed. */
export const LANDINGS = {
  setting: '年度の設定・進め方',
  sheet: 'シートの様式・ツール',
  rule: '決まり・進め方ガイド',
  region: '地域',
  other: 'そのほか',
} as const
export type Landing = keyof typeof LANDINGS

/** 対応: each wording stays; the latest one holds. */
export interface WgAnswer {
  id: string
  opinionId: string
  status: OpinionState
  /** 論点, in a few words. */
  topic: string
  /** 主なご意見 as it goes out; empty: the opinion's own words. */
  summary: string
  response: string
  landing: Landing | ''
  landingWords: string
  landingHref: string
  answeredAt: string
  answeredBy: string
  /** When its letter to the author was queued. */
  toldAt: string | null
  /** When the author saw it. */
  seenAt: string | null
}

/** Passed on to the region it is about, in these words: from then on 地域の全員 read it. */
export interface Passing {
  opinionId: string
  regionId: string
  text: string
  passedAt: string
  passedBy: string
}

export interface Answered extends WgOpinion {
  /** The wording in force; null: nobody has answered. */
  answer: WgAnswer | null
  earlier: WgAnswer[]
  passing: Passing | null
}

export const stateOf = ({ answer }: Pick<Answered, 'answer'>): OpinionState => answer?.status ?? 'open'

/** As it goes out: without the author, in the secretariat's short wording where there is one. */
export const mainWords = ({ text, answer }: Pick<Answered, 'text' | 'answer'>): string => answer?.summary || text

/** 設定：日程をはじめに決める形にしました */
export const landingText = (answer: WgAnswer | null): string =>
  answer?.landing ? `${LANDINGS[answer.landing]}：${answer.landingWords}` : ''

/** Why this answer cannot stand: done needs a landing, put aside a reason. By field. */
export function answerFaults(given: Pick<WgAnswer, 'status' | 'response' | 'landing' | 'landingWords'>) {
  const faults: Partial<Record<'response' | 'landing' | 'landingWords', string>> = {}
  const { status, response, landing, landingWords } = given
  if (status !== 'open' && response === '')
    faults.response =
      status === 'declined' ? '見送る理由を書いてください' : '対応の文を書いてください。意見を言った人に届きます'
  if (status === 'done' && landing === '') faults.landing = 'どこに生かしたかを選んでください'
  if (landing !== '' && landingWords === '') faults.landingWords = '何を変えたかを書いてください'
  return faults
}

/** What the author has not yet been told by letter. */
export const isUntold = (one: Answered): boolean =>
  one.authorId !== null && one.answer !== null && one.answer.status !== 'open' && one.answer.toldAt === null

/** What the author has not yet looked at. */
export const isUnseen = (one: Answered): boolean =>
  one.answer !== null && one.answer.status !== 'open' && one.answer.seenAt === null
