//! Who waits is told how far a list has been read.

use sandbox_explorer_import::{Options, Progress, import, import_with};

use crate::file;

fn told(text: &str, name: &str) -> Vec<Progress> {
    let mut told = Vec::new();
    let options = Options { name: name.to_owned(), ..Options::default() };
    let imported = import_with(text, &options, &mut |progress| told.push(progress)).unwrap();
    // Being told changes nothing.
    assert_eq!(imported.json(), import(text, &options).unwrap().json());
    told
}

#[test]
fn a_long_list_is_told_often_but_not_at_every_line() {
    for name in ["cncf.yml", "awesome-rust.md"] {
        let text = file(name);
        let told = told(&text, name);
        let of = text.lines().count();
        assert!((20..=220).contains(&told.len()), "{name}: {}", told.len());
        assert!(told.iter().all(|it| it.of == of && it.line <= of), "{name}");
        assert!(told.windows(2).all(|two| two[0].entries <= two[1].entries), "{name}");
        let last = told.last().unwrap();
        assert!(last.line * 10 > of * 8 && last.entries > 1000, "{name}: {last:?}");
    }
}

/// A landscape is read twice: its YAML, then its items.
#[test]
fn both_readings_of_a_landscape_are_told() {
    let text = file("lfedge.yml");
    let told = told(&text, "lfedge.yml");
    let turns = told.windows(2).filter(|two| two[1].line < two[0].line).count();
    assert_eq!(turns, 1, "{told:?}");
}

#[test]
fn a_short_list_is_told_as_well() {
    let told = told("Name\nHeddle\nBobbin\n", "tools.csv");
    assert_eq!(told, [Progress { line: 2, of: 3, entries: 0 }, Progress { line: 3, of: 3, entries: 1 }]);
}
