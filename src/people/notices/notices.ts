/** How a person hears of what moved. What is asked of them comes in any case. */
export const CHOICES = {
  at_once: 'すぐに',
  daily: '平日の朝8時30分に、まとめて',
  none: '知らせない',
} as const
export type Choice = keyof typeof CHOICES

export const CHOICE_HINTS: Record<Choice, string> = {
  at_once: '動きがあるたびに届きます。続けて動いたときは、10分ごとにまとめます',
  daily: '前の知らせのあとに動いたことを、1通にまとめます',
  none: '動いたことは、ホームでご覧ください',
}

/** As radios of a form. */
export const choiceOptions = (Object.keys(CHOICES) as Choice[]).map((value) => ({
  value,
  label: CHOICES[value],
  hint: CHOICE_HINTS[value],
}))

export const USUAL: Choice = 'daily'

/** At once, but not a letter for every line of a meeting. */
export const AT_ONCE_EVERY_MINUTES = 10

/** The morning's letter goes from here on, and none after the office has closed. */
export const MORNING = { from: '8:30', to: '18:00' } as const
