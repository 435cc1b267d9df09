import { type AllSentences, type Happening, sentenceOf } from '../../people/history/history.ts'

/** Every kind of event with its sentence: one that lacks it does not compile. */
const sentences: AllSentences = {
}

export const inWords = (h: Happening): string => sentenceOf(sentences, h)
