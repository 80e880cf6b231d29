//! The style of the first view, and the hash that allows it in a content security policy. Nothing else is needed: the view has no
//! `style` attribute, which a hash could not allow.

use super::{Request, first_view};

/// Prints the directive that allows the style of `--as shadow`. It is the same for every scope, language and view of a catalog, as long as
/// its categories are the same.
pub(super) fn print(request: &Request) -> Result<String, String> {
    let style = first_view::style(request.index);
    Ok(format!("style-src 'sha256-{}'\n", base64(&sha256(style.as_bytes()))))
}

/// SHA-256, used once for one text: not worth a dependency.
fn sha256(text: &[u8]) -> [u8; 32] {
    let mut primes = (2_u32..).filter(|n| (2..*n).take_while(|d| d * d <= *n).all(|d| n % d != 0));
    let primes: [u32; 64] = std::array::from_fn(|_| primes.next().unwrap_or_default());
    let k = primes.map(|prime| root(prime, 3));
    let mut hash: [u32; 8] = std::array::from_fn(|n| root(primes[n], 2));
    let mut padded = text.to_vec();
    padded.push(0x80);
    padded.resize((padded.len() + 8).next_multiple_of(64), 0);
    let end = padded.len();
    padded[end - 8..].copy_from_slice(&(text.len() as u64 * 8).to_be_bytes());
    for block in padded.chunks_exact(64) {
        let mut w = [0_u32; 64];
        for (word, bytes) in w.iter_mut().zip(block.chunks_exact(4)) {
            *word = bytes.iter().fold(0, |word, &byte| word << 8 | u32::from(byte));
        }
        for n in 16..64 {
            let s0 = w[n - 15].rotate_right(7) ^ w[n - 15].rotate_right(18) ^ w[n - 15] >> 3;
            let s1 = w[n - 2].rotate_right(17) ^ w[n - 2].rotate_right(19) ^ w[n - 2] >> 10;
            w[n] = w[n - 16].wrapping_add(s0).wrapping_add(w[n - 7]).wrapping_add(s1);
        }
        let [mut a, mut b, mut c, mut d, mut e, mut f, mut g, mut h] = hash;
        for n in 0..64 {
            let s1 = e.rotate_right(6) ^ e.rotate_right(11) ^ e.rotate_right(25);
            let t1 = h.wrapping_add(s1).wrapping_add(e & f ^ !e & g).wrapping_add(k[n]).wrapping_add(w[n]);
            let s0 = a.rotate_right(2) ^ a.rotate_right(13) ^ a.rotate_right(22);
            let t2 = s0.wrapping_add(a & b ^ a & c ^ b & c);
            (h, g, f, e, d, c, b, a) = (g, f, e, d.wrapping_add(t1), c, b, a, t1.wrapping_add(t2));
        }
        for (sum, part) in hash.iter_mut().zip([a, b, c, d, e, f, g, h]) {
            *sum = sum.wrapping_add(part);
        }
    }
    let mut bytes = [0; 32];
    for (at, word) in bytes.chunks_exact_mut(4).zip(hash) {
        at.copy_from_slice(&word.to_be_bytes());
    }
    bytes
}

/// The first 32 fractional bits of a number's square or cube root.
fn root(n: u32, power: u32) -> u32 {
    let wanted = u128::from(n) << (32 * power);
    let (mut low, mut high) = (0_u128, 1 << 40);
    while high - low > 1 {
        let middle = low.midpoint(high);
        if middle.pow(power) <= wanted { low = middle } else { high = middle }
    }
    low as u32
}

fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for three in bytes.chunks(3) {
        let bits = three.iter().fold(0, |bits, &byte| bits << 8 | u32::from(byte)) << (8 * (3 - three.len()));
        for n in 0..4 {
            let digit = DIGITS[(bits >> (18 - 6 * n) & 63) as usize];
            text.push(if n > three.len() { '=' } else { char::from(digit) });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_are_those_that_browsers_work_out() {
        assert_eq!(base64(&sha256(b"")), "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
        assert_eq!(base64(&sha256(b"abc")), "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
        // Near the length at which padding needs another block.
        for (n, hash) in [
            (55, "n0OQ+NMMLdkuyfCVtl4rmumwqSWlJY4kHJ8ekQ9zQxg="),
            (56, "s1Q5pKxvCUi21vnjxq8PX1kM4g8b3nCQ73lwaG7Gc4o="),
            (63, "fT50oF19sVvOStnsBljqmOPwbu7PFrTG//LaRX3cLzQ="),
            (64, "/+BU/nrgy23GXDr5th1SCfQ5hR20PQulmXM33xVGaOs="),
        ] {
            assert_eq!(base64(&sha256(&vec![b'a'; n])), hash, "{n}");
        }
    }
}
