// The data of each event, made of what the program reports (src/bin/embed/events.rs): lists of ids are one text there.

const list = (ids) => ids.match(/[^,]+/g) ?? [];

export const DETAILS = {
  ready: (projects) => ({ projects }),
  change: (query, ids, projects = list(ids)) => ({ query, shown: projects.length, projects }),
  select: (project) => ({ project }),
  compare: (ids) => ({ projects: list(ids) }),
  close: (ids) => ({ projects: list(ids) }),
  error: (message, cause) => ({ message, cause }),
};
