export const annualPaths = {}
