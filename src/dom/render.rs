//! Elements as views of Leptos: in `view!`, as what a component returns, on a server, and hydrated.
//!
//! In the other direction, [`Element::view`] takes a view of Leptos as a child.

use leptos::prelude::*;
use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::html::attribute::{Attribute, NextAttribute};
use leptos::tachys::hydration::Cursor;
use leptos::tachys::renderer::types;
use leptos::tachys::view::{Position, PositionState};

use super::{Content, Element};
use crate::text::concat;

/// An element that Leptos renders, with attributes that others have added (`<Card attr:id="x"/>`).
pub struct Rendered<A = ()> {
    content: Content,
    attributes: A,
}

impl IntoRender for Element {
    type Output = Rendered;

    fn into_render(self) -> Rendered {
        Rendered { content: Content::of(self), attributes: () }
    }
}

impl Rendered {
    /// An element that is made where it is rendered. It gets the element that the server printed in its place, if there is one: it
    /// returns that one filled, or another one, which replaces it. On a server it is made and printed at once, because elements there
    /// cannot go to another thread.
    #[must_use]
    pub fn made(make: impl FnOnce(Option<Element>) -> Element + Send + 'static) -> Rendered {
        Rendered { content: Content::made(make), attributes: () }
    }
}

impl<A: Attribute + NextAttribute> AddAnyAttr for Rendered<A> {
    type Output<N: Attribute> = Rendered<A::Output<N>>;

    fn add_any_attr<N: Attribute>(self, attribute: N) -> Self::Output<N> {
        Rendered { content: self.content, attributes: self.attributes.add_any_attr(attribute) }
    }
}

impl<A: Attribute> Render for Rendered<A> {
    type State = Placed<A::State>;

    fn build(self) -> Self::State {
        let node = self.content.node(None);
        let own = node.class_name();
        let attributes = self.attributes.build(&node);
        // Leptos has replaced the whole attribute if a class was added.
        let class = node.class_name();
        if class != own && !own.is_empty() {
            node.set_class_name(&concat(&[&own, " ", &class]));
        }
        Placed { node, _attributes: attributes }
    }

    fn rebuild(self, state: &mut Self::State) {
        let mut next = self.build();
        state.insert_before_this(&mut next);
        state.unmount();
        *state = next;
    }
}

impl<A: Attribute + NextAttribute> RenderHtml for Rendered<A> {
    type AsyncOutput = Rendered<A::AsyncOutput>;
    type Owned = Rendered<A::CloneableOwned>;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {
        self.attributes.dry_resolve();
    }

    async fn resolve(self) -> Self::AsyncOutput {
        Rendered { content: self.content, attributes: self.attributes.resolve().await }
    }

    fn html_len(&self) -> usize {
        self.content.html_len() + self.attributes.html_len()
    }

    fn to_html_with_buf(
        self,
        html: &mut String,
        position: &mut Position,
        _escape: bool,
        _mark_branches: bool,
        others: Vec<AnyAttribute>,
    ) {
        self.content.print(html, |html, class, style| {
            let mut inner_html = String::new();
            self.attributes.to_html(html, class, style, &mut inner_html);
            for attribute in others {
                attribute.to_html(html, class, style, &mut inner_html);
            }
        });
        *position = Position::NextChild;
    }

    fn hydrate<const FROM_SERVER: bool>(self, cursor: &Cursor, position: &PositionState) -> Self::State {
        match position.get() {
            Position::FirstChild => cursor.child(),
            Position::Current => {}
            _ => cursor.sibling(),
        }
        let node = self.content.node(Some(cursor.current()));
        let attributes = self.attributes.hydrate::<FROM_SERVER>(&node);
        cursor.set(node.clone().into());
        position.set(Position::NextChild);
        Placed { node, _attributes: attributes }
    }

    fn into_owned(self) -> Self::Owned {
        Rendered { content: self.content, attributes: self.attributes.into_cloneable_owned() }
    }
}

/// The element in the page, and what keeps its attributes up to date.
pub struct Placed<S> {
    node: types::Element,
    _attributes: S,
}

impl<S> Mountable for Placed<S> {
    fn unmount(&mut self) {
        self.node.unmount();
    }

    fn mount(&mut self, parent: &types::Element, before: Option<&types::Node>) {
        self.node.mount(parent, before);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        self.node.insert_before_this(child)
    }

    fn elements(&self) -> Vec<types::Element> {
        vec![self.node.clone()]
    }
}
