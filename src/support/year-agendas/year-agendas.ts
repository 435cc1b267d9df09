/** 議題 of a year's meeting. */
export interface AgendaRow {
  id: string
  /** 14:00, or as it was typed. */
  time: string
  text: string
  who: string
}

/** The agenda as somebody saved it; a later one takes its place, none is changed. */
export interface YearAgenda {
  id: string
  meetingId: string
  rows: AgendaRow[]
  personName: string
  createdAt: string
}

/** 14:00　支援経過の確認（春山 遥） */
export const agendaLine = ({ time, text, who }: Pick<AgendaRow, 'time' | 'text' | 'who'>): string =>
  `${time ? `${time}　` : ''}${text}${who ? `（${who}）` : ''}`

/** Empty rows under those there are, to write into. */
export const ROOM = 3
export const MOST_ROWS = 40
