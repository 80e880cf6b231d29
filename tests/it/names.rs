//! Search of names in other people's lists: with characters of many scripts, and with punctuation that belongs to the name.

use catalog::model::Project;
use catalog::text::fold;
use sandbox_explorer::facet::{FACETS, Index};
use sandbox_explorer::filter::{self, Filter};
use sandbox_explorer::query;
use sandbox_explorer::search::Search;

use crate::tiny::{PLAIN, catalog};

/// Names from the landscapes of the CNCF, LF Energy, FINOS, the ASWF and others, and names of their kind.
const NAMES: &[&str] = &[
    "AT&T",
    "North Carolina A&T State University",
    "R&D",
    "Research and Development",
    "C",
    "C++",
    "C#",
    "F#",
    "F*",
    "NET",
    ".NET",
    "3scale",
    "Aenix Labs",
    "Ænix",
    "Metal3",
    "Metal³",
    "Dynaωo",
    "Æther",
    "Gieß den Kiez",
    "Łódź",
    "Wētā FX",
    "Ørsted",
    "CO₂ tools",
    "①step",
    "ＡＢＣ",
    "Планета",
    "Ωmega",
    "Q-CTRL",
    "Node.js",
    "Kubernetes",
    "IO",
    "プロメテウス",
    "ﾊﾞﾍﾞﾙ",
    "JFE商事エレクトロニクス株式会社",
    "한글",
    "🦀 crab",
    "IBM® Z Netview",
    "Eclipse Mosquitto™",
    "µRV32 - MicroRV32",
    "iTEM: International Transport Energy Modeling",
    "A/B Street",
    "Fastly Compute@Edge",
    "Endress+Hauser",
    "PV_ICE",
    "HPMicro (上海先楫半导体科技有限公司)",
    "İzmir Yüksek Teknoloji Enstitüsü",
    "Università degli Studi dell'Aquila",
    "Use Case - Alliander’s Delvi Project",
    "𝗕𝗼𝗹𝗱",
    "ﬁnance",
    "佐々木",
    "靈",
];

fn index(languages: bool) -> &'static Index {
    let project = |name: &&'static str| match languages {
        true => Project { id: name, name, languages: vec![*name].leak(), ..PLAIN },
        false => Project { id: name, name, languages: &[], ..PLAIN },
    };
    let projects: Vec<Project> = NAMES.iter().map(project).collect();
    Box::leak(Box::new(Index::new(Box::leak(Box::new(catalog(projects.leak()))))))
}

/// The names that a search finds, the best first, and how it highlights a text.
fn found(index: &Index, typed: &str) -> (Vec<&'static str>, Search) {
    let everything = filter::scope(index, &Filter::default());
    let filter = Filter { search: typed.into(), ..Filter::default() };
    let outcome = filter::apply(index, &everything, &filter);
    let names = outcome.shown.iter().map(|&number| index.catalog.projects[usize::from(number)].name).collect();
    (names, Search::new(typed, outcome.forgiven))
}

/// Expects the project to be first, with the highlights in brackets in its name.
#[track_caller]
fn check(typed: &str, expected: &str) {
    let name = expected.replace(['[', ']'], "");
    let (names, search) = found(index(false), typed);
    assert_eq!(names.first(), Some(&&*name), "{typed:?} finds {names:?}");
    let mut marked = String::new();
    let mut from = 0;
    for range in search.highlights(&name) {
        marked += &format!("{}[{}]", &name[from..range.start], &name[range.clone()]);
        from = range.end;
    }
    assert_eq!(marked + &name[from..], expected, "{typed:?}");
}

#[test]
fn a_name_is_first_as_it_is_written() {
    let index = index(false);
    for &name in NAMES {
        assert_eq!(found(index, name).0.first(), Some(&name));
        // In other letters it may be the name of another one too: Metal³ is Metal3.
        for typed in [name.to_lowercase(), name.to_uppercase(), fold(name)] {
            let first = found(index, &typed).0.first().map_or(String::new(), |first| fold(first));
            assert_eq!(first, fold(name), "{typed:?}");
        }
    }
}

#[test]
fn a_letter_is_also_the_letters_that_it_is_made_of() {
    check("æth", "[Æth]er");
    check("aether", "[Æther]");
    check("aet", "[Æt]her");
    check("a eth", "[Æth]er");
    check("ænix labs", "[Aenix Labs]");
    check("giess den kiez", "[Gieß den Kiez]");
    check("gies", "[Gieß] den Kiez");
    check("GIESSD", "[Gieß d]en Kiez");
    check("finan", "[ﬁnan]ce");
    // Each part of a letter is found, and the whole letter is marked.
    check("inance", "[ﬁnance]");
}

#[test]
fn raised_circled_and_mathematical_letters_are_letters() {
    check("co2", "[CO₂] tools");
    check("metal3", "[Metal3]");
    check("metaL³", "[Metal³]");
    check("1step", "[①step]");
    check("abc", "[ＡＢＣ]");
    check("bold", "[𝗕𝗼𝗹𝗱]");
}

#[test]
fn accents_and_signs_of_trademarks_do_not_count() {
    check("lodz", "[Łódź]");
    check("weta fx", "[Wētā FX]");
    check("orsted", "[Ørsted]");
    check("izmir yuksek", "[İzmir Yüksek] Teknoloji Enstitüsü");
    check("ibm z", "[IBM® Z] Netview");
    check("mosquitto", "Eclipse [Mosquitto™]");
}

#[test]
fn greek_and_cyrillic_are_typed_as_themselves() {
    check("dynaω", "[Dynaω]o");
    check("DYNAΩO", "[Dynaωo]");
    // As a typo.
    check("dynawo", "[Dynaωo]");
    check("ωmega", "[Ωmega]");
    check("ПЛАНЕТА", "[Планета]");
    check("μrv32", "[µRV32] - MicroRV32");
    // They separate words by spaces: a match at the beginning of a word is better than one inside.
    let from = "аэроплан, ".len();
    let ranges = Search::new("план", 0).highlights("аэроплан, план");
    assert_eq!(ranges.iter().map(|range| range.start).collect::<Vec<_>>(), [from]);
}

#[test]
fn kana_is_kana_in_any_form() {
    check("ぷろめ", "[プロメ]テウス");
    check("ﾌﾟﾛﾒﾃｳｽ", "[プロメテウス]");
    check("バベル", "[ﾊﾞﾍﾞﾙ]");
    check("ﾊﾞ", "[ﾊﾞ]ﾍﾞﾙ");
    check("れくとろにくす", "JFE商事エ[レクトロニクス]株式会社");
    check("佐々木", "[佐々木]");
    // Without its mark it is another sound.
    assert!(found(index(false), "ハヘル").0.is_empty());
}

#[test]
fn traditional_characters_of_other_lists_are_simplified() {
    check("灵", "[靈]");
}

#[test]
fn punctuation_inside_a_name_may_be_left_out() {
    for typed in ["AT&T", "att", "at t", "at-t", "AT & T"] {
        check(typed, "[AT&T]");
    }
    check("r d", "[R&D]");
    check("r and d", "[R]&[D]");
    check("research & development", "[Research] and [Development]");
    check("nodejs", "[Node.js]");
    check("node js", "[Node.js]");
    check("qctrl", "[Q-CTRL]");
    check("a/b str", "[A/B Str]eet");
    check("pvice", "[PV_ICE]");
    check("compute edge", "Fastly [Compute]@[Edge]");
    check("µRV32 — MicroRV32", "[µRV32 - MicroRV32]");
    check("c ++", "[C++]");
}

#[test]
fn punctuation_that_is_a_part_of_a_name_tells_it_from_others() {
    assert_eq!(found(index(false), "c++").0, ["C++"]);
    assert_eq!(found(index(false), "C#").0, ["C#"]);
    assert_eq!(found(index(false), "c").0[0], "C");
    assert_eq!(found(index(false), "f*").0, ["F*"]);
    assert_eq!(found(index(false), ".net").0[..2], [".NET", "NET"]);
    assert_eq!(found(index(false), "net").0[..2], ["NET", ".NET"]);
    assert_eq!(
        found(index(false), "aenix").0,
        ["Aenix Labs", "Ænix"].map(|name| name).into_iter().rev().collect::<Vec<_>>()
    );
}

#[test]
fn words_that_mean_the_same_are_found_in_every_list() {
    check("k8s", "[Kubernetes]");
}

#[test]
fn links_keep_such_words_and_values() {
    let index = index(true);
    let language = FACETS.iter().position(|facet| facet.key == "language").unwrap();
    for &name in NAMES {
        let value = index.values(language).iter().position(|value| value.slug == catalog::text::slug(name)).unwrap();
        let mut filter = Filter { search: name.into(), ..Filter::default() };
        filter.toggle(language, value as u16);
        filter.toggle(language, index.number(language, "c++").unwrap_or_default());
        let written = query::print(index, &filter);
        assert_eq!(query::parse(index, &written), filter, "{written}");
        let fragment = query::to_fragment("top", "explorer", &written);
        assert_eq!(query::from_fragment(&fragment, "explorer").as_deref(), Some(&*written), "{fragment}");
    }
    let number = |slug| index.number(language, slug).unwrap();
    assert_eq!(std::collections::BTreeSet::from(["c", "c++", "c#", "f#", "f*"].map(number)).len(), 5);
}

#[test]
fn what_is_in_fields_and_in_every_category_is_searched() {
    use catalog::model::{Catalog, Extra};
    static LIST: Catalog = catalog(&[
        Project { id: "a", name: "Loom", category: "mesh", categories: &["mesh", "storage"], ..PLAIN },
        Project {
            id: "b",
            name: "Weft",
            category: "proxy",
            fields: &[Extra { field: "country", values: &["Österreich", "Japan"] }],
            ..PLAIN
        },
    ]);
    let index = Index::new(&LIST);
    for (typed, name) in [("storage", "Loom"), ("mesh", "Loom"), ("japan", "Weft"), ("osterreich", "Weft")] {
        assert_eq!(found(&index, typed).0, [name], "{typed}");
    }
}
