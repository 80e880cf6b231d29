//! A list that a search service holds, asked through an object with the interface of InstantSearch (property `searchClient`): what the
//! page has said about it, the requests, the answers, and the hits as projects. Pure: `state/service` asks, `npm/catalogs.js` calls the
//! client. Only the chunk `reader` contains it.

pub mod answer;
pub mod facets;
pub mod hit;
mod json;
pub mod known;
pub mod options;
pub mod request;
pub mod target;
pub mod tree;
