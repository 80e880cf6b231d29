// The data of each event, made of what the program reports (src/bin/embed/events.rs). Lists of ids are one text there: taking it apart here
// costs a fraction of ten thousand texts.

const projects = (ids) => ({ projects: ids ? ids.split(',') : [] });

export const DETAILS = {
  ready: (projects) => ({ projects }),
  change(text) {
    // No query has a space.
    const [query, shown, ids] = text.split(' ');
    return { query, shown: +shown, ...projects(ids) };
  },
  select: (project) => ({ project }),
  compare: projects,
  close: projects,
  error: (message) => ({ message, cause: 'catalog' }),
};
