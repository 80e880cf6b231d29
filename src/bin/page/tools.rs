//! What is below the embedding: the reader's own list, the check of a page, and everything to see. It is made when the reader comes near, so
//! that the explorer at the top need not wait for it.

use leptos::prelude::*;
use sandbox_explorer::i18n::Lang;
use sandbox_explorer::page::{self, Helper};

use crate::check::Check;
use crate::own::Own;
use crate::show::ShowAll;

/// Where it begins.
const PLACE: &str = "tools";

#[component]
pub(crate) fn Tools(lang: Memo<Lang>) -> impl IntoView {
    let is_near = RwSignal::new(false);
    page::after_update(move || page::when_near(PLACE, move || is_near.set(true)));
    view! {
        <div class="tools" id=PLACE>
            {move || {
                is_near.get().then(|| {
                    // One for each tool: an import does not end because a page is checked.
                    view! {
                        <Own lang helper=Helper::default()/>
                        <Check lang helper=Helper::default()/>
                        <ShowAll lang/>
                    }
                })
            }}
        </div>
    }
}
