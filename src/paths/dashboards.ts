export const dashboardsPaths = {}
