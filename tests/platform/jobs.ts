import { Problem } from '../../src/platform/web/problem.ts'

/** Jobs for the worker's test: a good one, and some that go wrong each in its way. */
export const add = ({ a, b }: { a: number; b: number }) => ({ sum: a + b })
export const spin = () => {
  for (;;) Math.sqrt(2)
}
export const refuse = () => {
  throw new Problem('too_large', '大きすぎます')
}
export const fail = () => {
  throw new Error('a secret')
}
export const leave = () => process.exit(3)
