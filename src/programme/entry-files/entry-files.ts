/** How a kept original is known among a region's files. */
export const ENTRY_FILE = 'エントリーシート（Excel）'
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
export const UPLOAD = { kinds: ['xlsx'], maxBytes: 10 * 1024 * 1024, maxFiles: 1 } as const
