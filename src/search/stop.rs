//! Stop words: "a tool to shrink images" is searched as "shrink images".

use crate::text::cut;

/// Stop words that are whole words, folded and separated by spaces.
const ALONE: &str = "a all also an and any are as at be but by can cncf do does for from get has have how i if in into is it its just like many me my \
    need no not of on only or our project projects software some something that the there this to tool tools up use using want way what when where \
    which who with without you your 用 在 上 里 中 和 与 或 为 对 让 能 要";

/// Chinese stop words, also removed from both ends of a word, because Chinese has no spaces. The first ones are only removed from the
/// end: 工具 is not a part of 工具链.
const CHINESE: &str = "工具 软件 软体 项目 专案 怎么样 怎么办 怎么 怎样 如何 用什么 有什么 什么 有没有 有哪些 哪些 哪个 是否 能不能 可不可以 可以 能够 \
    一个 一种 一下 一款 用于 用来 不用 无需 不需要 想要 需要 我想 我要 请问 推荐 帮我 写的 的 吗 呢 给 把 做 我";

/// A word without stop words; empty if nothing is left. Punctuation alone says nothing either: "research & development".
pub(super) fn without(mut word: &str) -> &str {
    if word.bytes().all(|b| b.is_ascii_punctuation()) {
        return "";
    }
    let mut stops = ALONE;
    while !stops.is_empty() {
        if cut(&mut stops, b' ') == word {
            return "";
        }
    }
    stops = CHINESE;
    while !stops.is_empty() {
        let is_noun = CHINESE.len() - stops.len() < 35;
        let stop = cut(&mut stops, b' ');
        let rest = word.strip_suffix(stop).or_else(|| if is_noun { None } else { word.strip_prefix(stop) });
        if let Some(rest) = rest {
            word = rest;
            stops = CHINESE;
        }
    }
    word
}

/// The length of the longest Chinese stop word at the beginning of a text; 0 if there is none.
pub(super) fn length(text: &str) -> usize {
    let (mut stops, mut longest) = (CHINESE, 0);
    while !stops.is_empty() {
        let stop = cut(&mut stops, b' ');
        if stop.len() > longest && text.as_bytes().starts_with(stop.as_bytes()) {
            longest = stop.len();
        }
    }
    longest
}
