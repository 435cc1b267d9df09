export const exportsPaths = {}
