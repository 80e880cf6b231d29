//! Values in groups.

/// A group: its name, and the values in it.
pub type Group = (&'static str, Vec<u16>);

/// These values by the name of their group, each in the place of its first value. Values without a group, whose name is empty, come first.
pub fn grouped(values: &[u16], group: impl Fn(u16) -> &'static str) -> Vec<Group> {
    let mut groups: Vec<Group> = vec![("", Vec::new())];
    for &value in values {
        let name = group(value);
        match groups.iter_mut().find(|(known, _)| *known == name) {
            Some((_, of)) => of.push(value),
            None => groups.push((name, vec![value])),
        }
    }
    groups
}
