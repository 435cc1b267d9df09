import { expect } from 'chai'
import { entryTemplate } from '../../../src/papers/templates/entry.ts'
import { templateSchema } from '../../../src/papers/templates/forms.ts'
import { released, templateOf } from '../../../src/papers/templates/released.ts'
import { fieldOf, fieldsOf, SCENES, type Template } from '../../../src/papers/templates/templates.ts'

const messagesOf = (template: unknown) => {
  const result = templateSchema.safeParse(template)
  return result.success ? [] : result.error.issues.map((issue) => issue.message)
}
const withField = (field: object): unknown => ({
  ...entryTemplate,
  sections: [...entryTemplate.sections, { key: 'more', title: '追加', fields: [field] }],
})

describe('templates', () => {
  it('are all well-formed, and found by key and version', () => {
    for (const template of released) expect(messagesOf(template), template.key).to.deep.equal([])
    expect(templateOf('entry', 1)).to.equal(entryTemplate)
    expect(templateOf('entry')).to.equal(entryTemplate)
    expect(templateOf('entry', 99)).to.equal(undefined)
    expect(templateOf('nothing')).to.equal(undefined)
  })

  it('ask the applicants for few things only', () => {
    expect(
      fieldsOf(entryTemplate)
        .filter((field) => field.needed)
        .map((field) => field.key),
    ).to.deep.equal(['reason', 'hopes', 'department', 'contactName', 'contactMail'])
  })

  it('keep the entry sheet’s keys for ever: checks, carry-over and other sheets name them', () => {
    expect(
      fieldsOf(entryTemplate)
        .map((field) => field.key)
        .join(' '),
    ).to.equal(
      'reason hopes supportKind theme issues scenes typicalCase difficultCase partners progress department manager ' +
        'medicalStaff coordinator healthCenter teamNote contractors training trainingNote members cooperating ' +
        'consentOn consentBy contactName contactPost contactMail contactTel',
    )
    expect(fieldOf(entryTemplate, 'scenes')?.options).to.equal(SCENES)
  })

  it('refuse what could not be drawn, addressed or found again in Excel', () => {
    expect(messagesOf(withField({ key: 'reason', kind: 'short', label: '別の名前' }))).to.deep.equal([
      'キー「reason」が二度あります',
    ])
    expect(messagesOf(withField({ key: 'reason2', kind: 'short', label: '応募理由' }))[0]).to.include(
      '「応募理由」という名前が二度',
    )
    expect(messagesOf(withField({ key: '理由', kind: 'short', label: '理由' }))[0]).to.include('半角の英小文字')
    expect(messagesOf(withField({ key: 'pick', kind: 'choice', label: '選ぶ' }))).to.deep.equal([
      '「選ぶ」の選択肢がありません',
    ])
    expect(messagesOf(withField({ key: 'list', kind: 'table', label: '表' }))).to.deep.equal(['「表」の列がありません'])
    expect(messagesOf(withField({ key: 'odd', kind: 'picture', label: '絵' }))).to.have.length(1)
    const named: Template = { ...entryTemplate, sheetName: 'あ/い' }
    expect(messagesOf(named)).to.deep.equal(['シート名に使えない記号があります'])
  })
})
