import { expect } from 'chai'
import { Problem } from '../../src/platform/web/problem.ts'
import { beside, inWorker } from '../../src/platform/worker/worker.ts'

const jobs = beside(import.meta.url, 'jobs')
const outcome = (job: string, limits = {}) =>
  inWorker(jobs, job, { a: 1, b: 2 }, limits).then(
    (value) => value,
    (error: Error) =>
      error instanceof Problem ? `${error.code}：${error.message}` : `ours：${error.message.split('\n')[0]}`,
  )

describe('the worker', () => {
  it('does jobs one after the other and hands plain data back', async () => {
    expect(await Promise.all([outcome('add'), outcome('add')])).to.deep.equal([{ sum: 3 }, { sum: 3 }])
  })

  it('brings a refusal back as a refusal, and our own failures as ours', async () => {
    expect(await outcome('refuse')).to.equal('too_large：大きすぎます')
    expect(await outcome('fail')).to.equal('ours：worker fail: Error: a secret')
    expect(await outcome('nothing')).to.include('ours：')
  })

  it('ends a job that takes too long, and the next one is not harmed', async () => {
    expect(await outcome('spin', { timeoutMs: 60, tooHard: '複雑すぎます' })).to.equal('invalid：複雑すぎます')
    expect(await outcome('leave')).to.equal('ours：worker leave: the worker ended without an answer')
    expect(await outcome('add')).to.deep.equal({ sum: 3 })
  })
})
