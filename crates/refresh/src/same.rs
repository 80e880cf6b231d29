//! Compares values by meaning, regardless of spelling.

/// A name in lower case, without spaces and punctuation: `OVN-Kubernetes` becomes `ovnkubernetes`.
#[must_use]
pub fn folded(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Whether two names have the same letters and digits.
#[must_use]
pub fn name(one: &str, other: &str) -> bool {
    folded(one) == folded(other)
}

/// An address without the parts that do not change its target: scheme, `www.`, default port, trailing slashes, `.git`, and the case of the
/// host (on GitHub and GitLab also of the path).
#[must_use]
pub fn place(address: &str) -> String {
    let address = address.trim();
    let rest = match address.split_once("://") {
        Some((scheme, rest)) if scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https") => rest,
        _ => address,
    };
    let (host, path) = rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()));
    let host = host.to_lowercase();
    let host = host.strip_prefix("www.").unwrap_or(&host);
    let host = host.strip_suffix(":443").or_else(|| host.strip_suffix(":80")).unwrap_or(host);
    let path = path.trim_end_matches(['/', '#', '?']);
    let path = path.strip_suffix("/index.html").unwrap_or(path);
    match host {
        "github.com" | "gitlab.com" => {
            let path = path.to_lowercase();
            format!("{host}{}", path.strip_suffix(".git").unwrap_or(&path))
        }
        _ => format!("{host}{path}"),
    }
}

/// Whether two addresses have the same target.
#[must_use]
pub fn address(one: &str, other: &str) -> bool {
    place(one) == place(other)
}

/// Whether two dates are equal, with the same precision. `2024-6-8` is `2024-06-08`.
#[must_use]
pub fn date(one: &str, other: &str) -> bool {
    numbers(one) == numbers(other)
}

fn numbers(date: &str) -> Vec<Result<u32, String>> {
    date.trim().split('-').map(|part| part.parse().map_err(|_| part.to_owned())).collect()
}

/// Whether two categories are the same. Ours is only the subcategory; the landscape's has the category before it:
/// `Provisioning / Security & Compliance`.
#[must_use]
pub fn category(one: &str, other: &str) -> bool {
    let parts = |text: &str| -> Vec<String> { text.split(" / ").map(folded).collect() };
    let (one, other) = (parts(one), parts(other));
    match one.len() == other.len() {
        true => one == other,
        false => one.last() == other.last(),
    }
}

/// Whether two levels are the same; dates are compared if both have one: `incubating since 2026-07-02` is `incubating 2026-07-02`, and
/// `incubating`.
#[must_use]
pub fn maturity(one: &str, other: &str) -> bool {
    let cut = |text: &str| -> (String, Option<String>) {
        let mut words = text.split_whitespace().filter(|word| !word.eq_ignore_ascii_case("since"));
        (words.next().unwrap_or_default().to_lowercase(), words.next().map(str::to_owned))
    };
    let (one, other) = (cut(one), cut(other));
    one.0 == other.0
        && match (one.1, other.1) {
            (Some(one), Some(other)) => date(&one, &other),
            _ => true,
        }
}

/// The Slack workspace of an address without a channel.
#[must_use]
pub fn workspace(address: &str) -> Option<String> {
    match place(address).as_str() {
        "slack.cncf.io" | "cloud-native.slack.com" => Some("cloud-native.slack.com".to_owned()),
        "slack.k8s.io" | "kubernetes.slack.com" => Some("kubernetes.slack.com".to_owned()),
        host if host.ends_with(".slack.com") => Some(host.to_owned()),
        _ => None,
    }
}

/// Whether two addresses have the same channel. In Slack its path begins with `/messages/` or `/archives/` and may end with `/details`.
#[must_use]
pub fn chat(one: &str, other: &str) -> bool {
    let channel = |address: &str| {
        let place = place(address);
        place.strip_suffix("/details").unwrap_or(&place).replacen("/archives/", "/messages/", 1)
    };
    channel(one) == channel(other)
}

/// Whether two addresses have the same OpenSSF badge, identified by its number: `/en/projects/9419`.
#[must_use]
pub fn badge(one: &str, other: &str) -> bool {
    let number = |address: &str| place(address).rsplit_once("/projects/").map(|(_, number)| number.to_owned());
    number(one) == number(other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_compared_by_where_they_lead() {
        for other in [
            "http://github.com/kubernetes-sigs/headlamp",
            "https://www.github.com/Kubernetes-SIGs/Headlamp/",
            "https://github.com/kubernetes-sigs/headlamp.git",
            " https://GitHub.com:443/kubernetes-sigs/headlamp ",
        ] {
            assert!(address("https://github.com/kubernetes-sigs/headlamp", other), "{other}");
        }
        assert!(address("https://kmesh.net/index.html", "http://www.kmesh.net"));
        assert!(!address("https://kmesh.net/en", "https://kmesh.net/EN"));
        assert!(!address("https://kmesh.net/en", "https://kmesh.net"));
        assert!(!address("https://github.com/a/b", "https://github.com/a/c"));
    }

    #[test]
    fn categories_are_compared_by_the_parts_that_both_have() {
        assert!(category("Database", "App Definition and Development / Database"));
        assert!(category("Inference / Framework", "Inference / Framework"));
        assert!(!category("Serverless / Framework", "Inference / Framework"));
        assert!(!category("Database", "Runtime / Cloud Native Storage"));
    }

    #[test]
    fn channels_and_badges_are_compared_by_what_they_name() {
        let channel = "https://cloud-native.slack.com/messages/C08452HR8V6";
        assert!(chat(channel, "https://cloud-native.slack.com/archives/C08452HR8V6/details/"));
        assert!(!chat(channel, "https://kubernetes.slack.com/messages/C08452HR8V6"));
        assert_eq!(workspace("http://slack.k8s.io/").as_deref(), Some("kubernetes.slack.com"));
        assert_eq!(workspace("https://cloud-native.slack.com").as_deref(), Some("cloud-native.slack.com"));
        assert_eq!(workspace(channel), None);
        let badges = [
            "https://www.bestpractices.dev/en/projects/9419",
            "https://bestpractices.coreinfrastructure.org/projects/9419",
        ];
        assert!(badge(badges[0], badges[1]) && !badge(badges[0], "https://www.bestpractices.dev/projects/941"));
    }

    #[test]
    fn levels_are_compared_with_their_day_where_both_have_one() {
        assert!(maturity("incubating since 2026-07-02", "incubating 2026-07-02"));
        assert!(maturity("sandbox", "Sandbox since 2023-01-01"));
        assert!(!maturity("incubating since 2026-07-02", "incubating since 2026-07-03"));
        assert!(!maturity("sandbox", "archived since 2026-07-03"));
    }
}
