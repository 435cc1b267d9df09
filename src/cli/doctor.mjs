import { lacking } from './ready.mjs'

const sentences = lacking()
for (const sentence of sentences) console.log(sentence)
if (sentences.length === 0) console.log('要るものはそろっています。npm run demo で始められます。')
process.exit(sentences.length === 0 ? 0 : 1)
